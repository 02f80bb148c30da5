//! What figures of every kind say, in all languages side by side; what only some say stands with them. `{slots}` are filled by name.

use super::sentence::sentences;

sentences! {
    /// What the widget says.
    pub(super) enum Phrase {
        // figures
        Over = "超{n}" | "超{n}" | ">{n}";
        AtLeast = "{n}以上" | "{n}以上" | "≥{n}";
        Nearly = "近{n}" | "近{n}" | "just under {n}";
        AtMost = "{n}以内" | "{n}以內" | "≤{n}";
        About = "约{n}" | "約{n}" | "about {n}";
        Odd = "{n}余" | "{n}餘" | ">{n}";
        More = "{n}多" | "{n}多" | ">{n}";
        Exceeding = "逾{n}" | "逾{n}" | ">{n}";
        Passing = "突破{n}" | "突破{n}" | ">{n}";
        Nearing = "接近{n}" | "接近{n}" | "just under {n}";
        Thereabouts = "{n}左右" | "{n}左右" | "about {n}";
        RankAt = "第{rank}位" | "第{rank}位" | "no. {rank}";
        RankBetween = "第{best}–{worst}位" | "第{best}–{worst}位" | "no. {best}–{worst}";
        Inferred = "{period}（推定）" | "{period}（推定）" | "{period} (inferred)";
        // where there is no figure
        NoFigure = "未见公开数据" | "未見公開數據" | "No published figure";
        // spans of time, multiples
        LessThanYear = "不到一年" | "不到一年" | "less than a year";
        AboutYears = "约{n}年" | "約{n}年" | "about {n} years";
        AboutOneYear = "约一年" | "約一年" | "about a year";
        Years = "{n}年" | "{n}年" | "{n} years";
        Double = "翻番" | "翻番" | "doubling";
        DoubleTwice = "翻两番" | "翻兩番" | "quadrupling";
        TimesFold = "增至{k}倍" | "增至{k}倍" | "growing {k}-fold";
        // notes
        NoteDefinition = "{mark} 口径不同，与{definition}并列仅供参考。" | "{mark} 口徑不同，與{definition}並列僅供參考。" | "{mark} Differs in definition; shown beside {definition} for reference only.";
        NoteDefinitionNone = "{mark} 来源另有口径，与未写明口径的数值并列仅供参考。" | "{mark} 來源另有口徑，與未寫明口徑的數值並列僅供參考。" | "{mark} The source names a definition the others do not; for reference only.";
        NoteUnstated = "{mark} 来源未写明是否为{definition}口径，与{definition}数值并列仅供参考。" | "{mark} 來源未寫明是否為{definition}口徑，與{definition}數值並列僅供參考。" | "{mark} The source does not say whether this is {definition}; for reference only.";
        NotePeriod = "{mark} 时期不同，见表。" | "{mark} 時期不同，見表。" | "{mark} Of another period; see the table.";
        NoteScope = "{mark} 排位范围不同，不参加比较。" | "{mark} 排位範圍不同，不參加比較。" | "{mark} Ranked among others; not compared.";
        NoteDisputed = "{mark} 来源中另有不同的数值，均照原文保留。" | "{mark} 來源中另有不同的數值，均照原文保留。" | "{mark} The sources also state another value; all are kept as stated.";
        NoteApart = "空心条：口径、时期或范围与其他地区不同，列出但不参加排位。" | "空心條：口徑、時期或範圍與其他地區不同，列出但不參加排位。" | "Hollow bars differ in definition, period or scope; they are listed, not ranked.";
        NoteNested = "{part}在{whole}之内，两者的数值有重叠。" | "{part}在{whole}之內，兩者的數值有重疊。" | "{part} lies within {whole}; their figures overlap.";
        NoteIntervals = "带“超”“近”“余”“约”等字样的数值按末位有效数字折算为区间（如{example}为{low}至{high}），浅色段为区间。" | "帶「超」「近」「餘」「約」等字樣的數值按末位有效數字折算為區間（如{example}為{low}至{high}），淺色段為區間。" | "Figures published as ‘over’, ‘nearly’ or ‘about’ are read as intervals, one unit of the last significant digit wide ({example}: {low} to {high}); the pale part is the interval.";
        NoteInferred = "{places}的时期由“去年”“目前”等推定。" | "{places}的時期由「去年」「目前」等推定。" | "Periods of {places} are inferred from words such as ‘last year’ or ‘now’.";
        NoteInferredAll = "各数值的时期由“去年”“目前”等推定。" | "各數值的時期由「去年」「目前」等推定。" | "Periods are inferred from words such as ‘last year’ or ‘now’.";
        NoteDeadline = "期限由上下文推定。" | "期限由上下文推定。" | "The deadline is inferred.";
        NoteNoPolarity = "此项不分优劣，按数值大小排列，不排名次。" | "此項不分優劣，按數值大小排列，不排名次。" | "Neither more nor less is better: places are in order of size, without rank.";
        NoteRemark = "{place}：{text}" | "{place}：{text}" | "{place}: {text}";
        // table
        HeadRank = "位次" | "位次" | "Rank";
        HeadPlace = "地区" | "地區" | "Place";
        HeadValue = "{indicator}（{unit}）" | "{indicator}（{unit}）" | "{indicator} ({unit})";
        HeadPeriod = "时期" | "時期" | "Period";
        HeadDefinition = "口径" | "口徑" | "Definition";
        HeadGapTo = "与{place}之差（{unit}）" | "與{place}之差（{unit}）" | "Gap to {place} ({unit})";
        HeadGapToPlain = "与{place}之差" | "與{place}之差" | "Gap to {place}";
        HeadPath = "路径应达（{unit}）" | "路徑應達（{unit}）" | "Path ({unit})";
        HeadPathPlain = "路径应达" | "路徑應達" | "Path";
        HeadPathGap = "与路径之差（{unit}）" | "與路徑之差（{unit}）" | "Gap to path ({unit})";
        HeadPathGapPlain = "与路径之差" | "與路徑之差" | "Gap to path";
        HeadNature = "性质" | "性質" | "Nature";
        HeadSource = "来源" | "來源" | "Source";
        Published = "公布值" | "公布值" | "published";
        StatedBaseline = "基期" | "基期" | "baseline";
        ImpliedBaseline = "推算基期" | "推算基期" | "implied baseline";
        TriedBaseline = "试算基期" | "試算基期" | "what-if baseline";
        TriedTarget = "试算目标" | "試算目標" | "what-if target";
        OnPath = "路径" | "路徑" | "path";
        Target = "目标" | "目標" | "target";
        // around the figure
        TableSummary = "数据表" | "數據表" | "Data table";
        ChartRole = "图表，可用方向键逐项查看" | "圖表，可用方向鍵逐項查看" | "chart, arrow keys go from item to item";
        BrokenData = "数据有{n}处问题，没有采用" | "數據有{n}處問題，沒有採用" | "The data has {n} problems and was not taken over";
        // sources
        SourcesLead = "来源：{list}" | "來源：{list}" | "Source: {list}";
        SourceDated = "《{title}》（{date}）" | "《{title}》（{date}）" | "{title} ({date})";
        SourceUndated = "《{title}》" | "《{title}》" | "{title}";
    }
}
