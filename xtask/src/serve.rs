//! The server of the demo and of the browser tests: the folders a page needs, and strict headers.

use crate::tools::{self, Result};
use crate::{build, load};
use flate2::{Compression, write::GzEncoder};
use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use std::{fs, io, thread};

/// The Content-Security-Policy of every page.
#[derive(Clone, Copy)]
pub enum Policy {
    /// What the widget promises to work under; browsers block wasm.
    Strict,
    /// The same, with wasm.
    Wasm,
    /// That, and scripts may hand no plain text to what runs or parses it.
    Trusted,
    /// None, for pages that play a careless host.
    Absent,
}

impl Policy {
    fn header(self) -> Option<String> {
        let wasm = match self {
            Policy::Strict => "",
            Policy::Wasm | Policy::Trusted => " 'wasm-unsafe-eval'",
            Policy::Absent => return None,
        };
        let trusted = if matches!(self, Policy::Trusted) { "; require-trusted-types-for 'script'; trusted-types 'none'" } else { "" };
        Some(format!(
            "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; \
             img-src 'self' blob: data:; connect-src 'self'; frame-src 'self'{trusted}"
        ))
    }
}

pub struct Site {
    policy: Policy,
    /// Folders by the start of their address, longest first.
    folders: Vec<(&'static str, PathBuf)>,
    compressed: Mutex<HashMap<PathBuf, Compressed>>,
}

impl Site {
    /// www/ with the package at /pkg/.
    pub fn demo(policy: Policy) -> Site {
        Site { policy, folders: vec![("/pkg/", build::package_dir()), ("/", tools::root().join("www"))], compressed: Mutex::default() }
    }

    /// The demo, with the pages of tests/browser at /pages/ and /hosts/, the bundler's stage at /stage/, the built
    /// examples at /examples/, what `bench load` compares at /load/, and at /npm/ and /debian/ what hosts are made of.
    pub fn tests(policy: Policy) -> Site {
        let mut site = Site::demo(policy);
        let root = tools::root();
        for (path, folder) in [
            ("/pages/", root.join("tests/browser/pages")),
            ("/hosts/", root.join("tests/browser/hosts")),
            ("/stage/", build::stage_dir()),
            ("/examples/", build::stage_dir().with_file_name("examples")),
            ("/load/", load::folder()),
            ("/npm/", root.join("xtask/node_modules")),
            ("/debian/", PathBuf::from("/usr/share/javascript")),
        ] {
            site.folders.insert(0, (path, folder));
        }
        site
    }

    /// The file of a request path. None unless it exists and lies inside its folder.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = decoded(url.split(['?', '#']).next()?)?;
        let (start, folder) = self.folders.iter().find(|(start, _)| path.starts_with(start))?;
        let inside = Path::new(path.strip_prefix(start)?);
        if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let mut file = folder.join(inside);
        if path.ends_with('/') {
            file.push("index.html");
        }
        // links may not lead out either
        let file = file.canonicalize().ok()?;
        let inside = file.starts_with(folder.canonicalize().ok()?);
        (inside && file.is_file()).then_some(file)
    }

    fn answer(&self, asked: &Asked) -> io::Result<Answer> {
        let Some(file) = self.file(&asked.path) else {
            let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
            let body = format!("Not found: {}\n", asked.path).into_bytes().into();
            return Ok(Answer { status: "404 Not Found", headers, body });
        };
        let (kind, compressible) = media_type(&file);
        let mut headers = vec![
            ("Content-Type", kind.to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        headers.extend(self.policy.header().map(|policy| ("Content-Security-Policy", policy)));
        let body = if compressible && asked.takes_gzip {
            headers.push(("Content-Encoding", "gzip".to_owned()));
            self.compressed(&file)?
        } else {
            fs::read(&file)?.into()
        };
        Ok(Answer { status: "200 OK", headers, body })
    }

    /// Gzip of a file, kept until the file changes.
    fn compressed(&self, file: &Path) -> io::Result<Arc<[u8]>> {
        let changed = fs::metadata(file)?.modified()?;
        let cache = || self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = cache().get(file).filter(|kept| kept.changed == changed) {
            return Ok(kept.bytes.clone());
        }
        // a middling level: the first visitor waits for it
        let mut writer = GzEncoder::new(Vec::new(), Compression::default());
        writer.write_all(&fs::read(file)?)?;
        let bytes: Arc<[u8]> = writer.finish()?.into();
        let entry = Compressed { changed, bytes: bytes.clone() };
        cache().insert(file.to_owned(), entry);
        Ok(bytes)
    }
}

struct Compressed {
    changed: SystemTime,
    bytes: Arc<[u8]>,
}

/// Content type, and whether compressing such a file is worth it.
fn media_type(file: &Path) -> (&'static str, bool) {
    match file.extension().and_then(|kind| kind.to_str()) {
        // without a charset: pages in GBK say so themselves
        Some("html") => ("text/html", true),
        Some("js" | "mjs") => ("text/javascript; charset=utf-8", true),
        Some("css") => ("text/css; charset=utf-8", true),
        Some("json") => ("application/json", true),
        Some("csv") => ("text/csv; charset=utf-8", true),
        Some("txt" | "md") => ("text/plain; charset=utf-8", true),
        Some("wasm") => ("application/wasm", true),
        Some("svg") => ("image/svg+xml", true),
        Some("png") => ("image/png", false),
        Some("jpg" | "jpeg") => ("image/jpeg", false),
        Some("ico") => ("image/x-icon", false),
        Some("woff2") => ("font/woff2", false),
        _ => ("application/octet-stream", false),
    }
}

/// A request path without its percent signs; None if they do not spell UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        });
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains(['\0', '\\']))
}

/// A listener on this machine only, and its port. Port 0 takes any that is free.
pub fn listen(port: u16) -> Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| format!("cannot listen on 127.0.0.1:{port}: {error}"))?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Answers requests in the background for as long as the process lives. A thread for every connection: browsers keep theirs open
/// and unused, so any number of threads that is fixed leaves somebody waiting.
pub fn serve(listener: TcpListener, site: Site) {
    let site = Arc::new(site);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = site.clone();
            // a browser that went away is no fault of ours
            thread::spawn(move || converse(&site, stream));
        }
    });
}

/// What of a request matters here.
struct Asked {
    path: String,
    takes_gzip: bool,
    /// How many bytes it took.
    length: usize,
}

struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Arc<[u8]>,
}

/// Longer requests are no browser's.
const LONGEST: usize = 1 << 16;

/// Answers one connection's requests, until it ends or asks what is not served.
fn converse(site: &Site, mut stream: TcpStream) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut come = Vec::new();
    loop {
        while let Some(asked) = asked(&come)? {
            come.drain(..asked.length);
            let answer = site.answer(&asked)?;
            let mut head = format!("HTTP/1.1 {}\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
            for (name, value) in answer.headers {
                head += &format!("{name}: {value}\r\n");
            }
            stream.write_all(&[head.as_bytes(), b"\r\n", &answer.body].concat())?;
        }
        let mut part = [0; 4096];
        let length = stream.read(&mut part)?;
        if length == 0 || come.len() > LONGEST {
            return Ok(());
        }
        come.extend_from_slice(&part[..length]);
    }
}

/// The first request of what came; None until it is all there.
fn asked(come: &[u8]) -> io::Result<Option<Asked>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    let status = request.parse(come).map_err(io::Error::other)?;
    let httparse::Status::Complete(length) = status else {
        return Ok(None);
    };
    if request.method != Some("GET") {
        return Err(io::Error::other("only files are served"));
    }
    let takes_gzip = request.headers.iter().any(|header| {
        let codings = String::from_utf8_lossy(header.value);
        header.name.eq_ignore_ascii_case("Accept-Encoding") && codings.split([',', ' ', ';']).any(|coding| coding == "gzip")
    });
    Ok(Some(Asked { path: request.path.unwrap_or("/").to_owned(), takes_gzip, length }))
}

/// `serve [--port N] [--csp strict|wasm|trusted|none]`: prints the port, ends when its input does.
pub fn run(options: &[&str]) -> Result {
    let (mut port, mut policy) = (0, Policy::Wasm);
    for option in options.chunks(2) {
        match option {
            ["--port", number] => port = number.parse()?,
            ["--csp", "strict"] => policy = Policy::Strict,
            ["--csp", "wasm"] => policy = Policy::Wasm,
            ["--csp", "trusted"] => policy = Policy::Trusted,
            ["--csp", "none"] => policy = Policy::Absent,
            other => return Err(format!("serve does not understand {:?}", other.join(" ")).into()),
        }
    }
    let (listener, port) = listen(port)?;
    serve(listener, Site::tests(policy));
    println!("{port}");
    // whoever started this holds the other end
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn nothing_outside_the_folders_is_served() {
        let site = Site::tests(Policy::Strict);
        assert!(site.file("/duibiao.js").is_some());
        assert!(site.file("/pkg/package.json?v=1").is_some());
        for outside in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/pkg/../../Cargo.toml",
            "/pkg/..%2f..%2fCargo.toml",
            "/pkg//etc/passwd",
            "/pkg",
            "/..%5cCargo.toml",
            "//etc/passwd",
            "/%",
            "/%ff",
            "",
            "/pkg/package.json/",
        ] {
            assert_eq!(site.file(outside), None, "{outside}");
        }
    }

    /// A browser opens several connections at once and keeps them.
    #[test]
    fn every_connection_of_a_burst_is_answered() {
        let (listener, port) = listen(0).unwrap();
        serve(listener, Site::tests(Policy::Strict));
        for burst in 0..200 {
            let mut open: Vec<TcpStream> = (0..8).map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap()).collect();
            for connection in &mut open {
                connection.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
                connection.write_all(b"GET /duibiao.js HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            }
            for (number, connection) in open.iter_mut().enumerate() {
                let mut start = [0; 15];
                let read = connection.read_exact(&mut start);
                assert!(read.is_ok() && &start == b"HTTP/1.1 200 OK", "connection {number} of burst {burst}: {read:?}");
            }
        }
    }
}
