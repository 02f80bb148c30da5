//! The server of the demo and of the browser tests: the folders a page needs, and strict headers.

use crate::build;
use crate::tools::{self, Result};
use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;
use std::{fs, io, thread};
use tiny_http::{Header, Request, Response, Server};

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

    /// The demo, with the pages of tests/browser at /pages/ and /hosts/, the bundler's stage at /stage/, and at /npm/ and /debian/
    /// what hosts are made of.
    pub fn tests(policy: Policy) -> Site {
        let mut site = Site::demo(policy);
        let root = tools::root();
        for (path, folder) in [
            ("/pages/", root.join("tests/browser/pages")),
            ("/hosts/", root.join("tests/browser/hosts")),
            ("/stage/", build::stage_dir()),
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

    fn answer(&self, request: Request) -> io::Result<()> {
        let Some(file) = self.file(request.url()) else {
            let path = request.url().to_owned();
            let answer = Response::from_string(format!("Not found: {path}\n"));
            return request.respond(answer.with_status_code(404));
        };
        let (kind, compressible) = media_type(&file);
        let mut headers = vec![
            ("Content-Type", kind.to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        headers.extend(self.policy.header().map(|policy| ("Content-Security-Policy", policy)));
        let bytes = if compressible && accepts_brotli(&request) {
            headers.push(("Content-Encoding", "br".to_owned()));
            self.compressed(&file)?
        } else {
            fs::read(&file)?.into()
        };
        let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_bytes()).ok()).collect();
        let length = bytes.len();
        let response = Response::new(200.into(), headers, io::Cursor::new(bytes), Some(length), None);
        // with a length, so that a broken transfer shows
        request.respond(response.with_chunked_threshold(usize::MAX))
    }

    /// Brotli of a file, kept until the file changes.
    fn compressed(&self, file: &Path) -> io::Result<Arc<[u8]>> {
        let changed = fs::metadata(file)?.modified()?;
        let cache = || self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = cache().get(file).filter(|kept| kept.changed == changed) {
            return Ok(kept.bytes.clone());
        }
        // a middling level: the first visitor waits for it
        let bytes: Arc<[u8]> = brotli(&fs::read(file)?, 5)?.into();
        let entry = Compressed { changed, bytes: bytes.clone() };
        cache().insert(file.to_owned(), entry);
        Ok(bytes)
    }
}

struct Compressed {
    changed: SystemTime,
    bytes: Arc<[u8]>,
}

/// Compressed at `level`, 11 being the hardest.
pub fn brotli(bytes: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, level, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn accepts_brotli(request: &Request) -> bool {
    let mut headers = request.headers().iter();
    headers.any(|header| header.field.equiv("Accept-Encoding") && header.value.as_str().split([',', ' ', ';']).any(|coding| coding == "br"))
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

/// A server on this machine only, and its port. Port 0 takes any that is free.
pub fn listen(port: u16) -> Result<(Server, u16)> {
    let server = Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))
        .map_err(|error| format!("cannot listen on 127.0.0.1:{port}: {error}"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    Ok((server, port))
}

/// Answers requests in the background for as long as the process lives.
pub fn serve(server: Server, site: Site) {
    let shared = Arc::new((server, site));
    for _ in 0..4 {
        let shared = shared.clone();
        thread::spawn(move || {
            let (server, site) = &*shared;
            while let Ok(request) = server.recv() {
                // a browser that went away is no fault of ours
                let _ = site.answer(request);
            }
        });
    }
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
    let (server, port) = listen(port)?;
    serve(server, Site::tests(policy));
    println!("{port}");
    // whoever started this holds the other end
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
