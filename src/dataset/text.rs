//! Words that come with the data: names and notes in up to three languages.

/// A language the widget speaks, by its BCP 47 tag.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// `zh-Hans`, Chinese in simplified characters.
    #[default]
    ZhHans,
    /// `zh-Hant`, Chinese in traditional characters.
    ZhHant,
    /// `en`, English.
    En,
}

impl Lang {
    /// Reads a BCP 47 tag leniently: `zh`, `zh-CN`, `zh-TW`, `zh-HK`, `en-GB` and the like.
    /// Returns `None` for a language the widget does not speak.
    pub fn parse(tag: &str) -> Option<Lang> {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let mut parts = tag.split('-');
        match parts.next()? {
            "en" => Some(Lang::En),
            "zh" if parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) => Some(Lang::ZhHant),
            "zh" => Some(Lang::ZhHans),
            _ => None,
        }
    }

    /// The tag to write into `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::ZhHans => "zh-Hans",
            Lang::ZhHant => "zh-Hant",
            Lang::En => "en",
        }
    }
}

/// A text in simplified Chinese, and in the other languages where the dataset gives them. Two are the same text where
/// the simplified Chinese is: the others are its translations, which may be given in one place and not in another.
#[derive(Clone, Debug, Default)]
pub struct LocalText {
    /// Simplified Chinese: always there.
    pub zh_hans: String,
    /// Traditional Chinese, where given.
    pub zh_hant: Option<String>,
    /// English, where given.
    pub en: Option<String>,
}

impl LocalText {
    /// A text given in simplified Chinese only.
    pub fn plain(text: impl Into<String>) -> LocalText {
        LocalText { zh_hans: text.into(), zh_hant: None, en: None }
    }

    /// The text in `lang`, or in simplified Chinese where the dataset has no other.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::ZhHans => &self.zh_hans,
            Lang::ZhHant => self.zh_hant.as_deref().unwrap_or(&self.zh_hans),
            Lang::En => self.en.as_deref().unwrap_or(&self.zh_hans),
        }
    }
}

impl PartialEq for LocalText {
    fn eq(&self, other: &LocalText) -> bool {
        self.zh_hans == other.zh_hans
    }
}

impl Eq for LocalText {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_as_pages_write_them() {
        let check = |tag: &str, expect| assert_eq!(Lang::parse(tag), expect, "{tag}");
        check("zh", Some(Lang::ZhHans));
        check("zh-CN", Some(Lang::ZhHans));
        check("zh_TW", Some(Lang::ZhHant));
        check("zh-Hant-HK", Some(Lang::ZhHant));
        check("EN-us", Some(Lang::En));
        check("fr", None);
        check("", None);
    }

    #[test]
    fn a_missing_language_falls_back_to_simplified_chinese() {
        let text = LocalText { en: Some("Huaibei".into()), ..LocalText::plain("淮北") };
        assert_eq!(text.get(Lang::En), "Huaibei");
        assert_eq!(text.get(Lang::ZhHant), "淮北");
    }
}
