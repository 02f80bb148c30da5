//! Every sentence and label of the widget, in all languages side by side. `{slots}` are filled by name.

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
        FirstHalf = "{year}年上半年" | "{year}年上半年" | "H1 {year}";
        SecondHalf = "{year}年下半年" | "{year}年下半年" | "H2 {year}";
        Inferred = "{period}（推定）" | "{period}（推定）" | "{period} (inferred)";
        // 排名对比: titles
        RankNothing = "{indicator}：暂无可比数据" | "{indicator}：暫無可比數據" | "{indicator}: no comparable figures yet";
        RankOnly = "仅{place}的{indicator}可比：{value}" | "僅{place}的{indicator}可比：{value}" | "Only {place} has a comparable figure: {value}";
        RankHome = "{home}在{of}个可比地区中居{rank}，与首位{leader}相差{gap}" | "{home}在{of}個可比地區中居{rank}，與首位{leader}相差{gap}" | "{home} ranks {rank} of {of}, {gap} from {leader} in first place";
        RankHomeTied = "{home}在{of}个可比地区中并列首位" | "{home}在{of}個可比地區中並列首位" | "{home} ties for first place among {of}";
        RankHomeFirst = "{home}在{of}个可比地区中居首位" | "{home}在{of}個可比地區中居首位" | "{home} comes first among {of} comparable places";
        RankDown = "{first}{indicator}{best}，{last}约为其{times}倍" | "{first}{indicator}{best}，{last}約為其{times}倍" | "{first} is {best}; {last} is about {times} times as high";
        RankUp = "{first}{indicator}{best}，约为{last}的{times}倍" | "{first}{indicator}{best}，約為{last}的{times}倍" | "{first} is {best}, at about {times} times {last}";
        RankPlain = "{first}{indicator}{best}，{last}{worst}" | "{first}{indicator}{best}，{last}{worst}" | "{first} is {best}, {last} {worst}";
        RankOpen = "{first}与{last}的{indicator}相近，先后难定" | "{first}與{last}的{indicator}相近，先後難定" | "{first} and {last} are too close to call";
        RankTied = "{first}等{n}地{indicator}并列首位" | "{first}等{n}地{indicator}並列首位" | "{n} places tie for first, {first} among them";
        // 排名对比: subtitle
        HigherBetter = "越高越好" | "越高越好" | "higher is better";
        LowerBetter = "越低越好" | "越低越好" | "lower is better";
        NearestBetter = "越接近{best}越好" | "越接近{best}越好" | "best at {best}";
        PlacesCompared = "{n}个可比地区" | "{n}個可比地區" | "{n} comparable places";
        // 排名对比: on the drawing
        BenchmarkLine = "对标 {place} {value}" | "對標 {place} {value}" | "Benchmark {place} {value}";
        Median = "中位数 {value}" | "中位數 {value}" | "Median {value}";
        Mean = "平均 {value}" | "平均 {value}" | "Mean {value}";
        TargetLine = "{place}目标 {value}" | "{place}目標 {value}" | "{place} target {value}";
        NoFigure = "未见公开数据" | "未見公開數據" | "No published figure";
        // 排名对比: reading
        ReadSpan = "{period}，{n}个可比地区中，{first}{indicator}{best}，为{a}；{last}{worst}，为{b}，两者相差{gap}。" | "{period}，{n}個可比地區中，{first}{indicator}{best}，為{a}；{last}{worst}，為{b}，兩者相差{gap}。" | "{period}: of {n} comparable places, {first} is {best} at {a} and {last} {worst} at {b}, {gap} apart.";
        Highest = "最高" | "最高" | "highest";
        Lowest = "最低" | "最低" | "lowest";
        Most = "最多" | "最多" | "highest";
        Least = "最少" | "最少" | "lowest";
        ReadOnly = "{period}，仅{place}有可比数据，为{value}。" | "{period}，僅{place}有可比數據，為{value}。" | "{period}: only {place} has a comparable figure, {value}.";
        ReadNothing = "所选地区和时期没有可比数据。" | "所選地區和時期沒有可比數據。" | "There is no comparable figure for these places and this period.";
        ReadMiddle = "中位数为{median}，平均为{mean}。" | "中位數為{median}，平均為{mean}。" | "The median is {median}, the mean {mean}.";
        ReadHome = "{home}为{value}，居{rank}。" | "{home}為{value}，居{rank}。" | "{home} stands at {value}, {rank}.";
        ReadHomeGap = "{home}为{value}，居{rank}，与{other}相差{gap}。" | "{home}為{value}，居{rank}，與{other}相差{gap}。" | "{home} stands at {value}, {rank}, {gap} from {other}.";
        ReadAboveMedian = "比中位数高{gap}。" | "比中位數高{gap}。" | "That is {gap} above the median.";
        ReadBelowMedian = "比中位数低{gap}。" | "比中位數低{gap}。" | "That is {gap} below the median.";
        ReadHomeMissing = "{home}未见公开数据，不参加排位。" | "{home}未見公開數據，不參加排位。" | "{home} publishes no figure and is not ranked.";
        ReadHomeApart = "{home}的数据（{value}）口径、范围或时期不同，不参加排位。" | "{home}的數據（{value}）口徑、範圍或時期不同，不參加排位。" | "{home}'s figure ({value}) differs in definition, scope or period and is not ranked.";
        ReadTarget = "{place}的目标是{value}：按所列数值，{met}个地区达到，{missed}个没有达到。" | "{place}的目標是{value}：按所列數值，{met}個地區達到，{missed}個沒有達到。" | "{place}'s target is {value}: {met} places meet it, {missed} do not.";
        ReadOpenRanks = "带有“超”“近”“余”等字样的数值是一个区间，{places}的位次因此不能完全确定。" | "帶有「超」「近」「餘」等字樣的數值是一個區間，{places}的位次因此不能完全確定。" | "Figures published as 'over' or 'nearly' are intervals, which leaves the rank of {places} open.";
        // 目标轨迹: titles
        TrackAchieved = "{year}已达到目标：{value}" | "{year}已達到目標：{value}" | "Target met in {year}: {value}";
        TrackInTime = "按近两年的速度，可如期达到{goal}" | "按近兩年的速度，可如期達到{goal}" | "At the pace of the last two years, {goal} is reached in time";
        TrackInTimeMultiple = "按近两年的速度，可如期{feat}" | "按近兩年的速度，可如期{feat}" | "At the pace of the last two years, {feat} comes in time";
        TrackLate = "按近两年的速度，到{year}才能达到{goal}，晚{late}" | "按近兩年的速度，到{year}才能達到{goal}，晚{late}" | "At the pace of the last two years, {goal} is reached in {year}, {late} late";
        TrackLateMultiple = "按近两年的速度，到{year}才能{feat}，晚{late}" | "按近兩年的速度，到{year}才能{feat}，晚{late}" | "At the pace of the last two years, {feat} comes in {year}, {late} late";
        TrackKept = "{year}为{value}，符合{goal}的要求" | "{year}為{value}，符合{goal}的要求" | "At {value} in {year}, within the target of {goal}";
        TrackBroken = "{year}为{value}，未达到{goal}的要求" | "{year}為{value}，未達到{goal}的要求" | "At {value} in {year}, outside the target of {goal}";
        TrackAway = "按近两年的变化，正在远离目标" | "按近兩年的變化，正在遠離目標" | "The last two years lead away from the target";
        TrackAhead = "已走在目标路径前面{gap}" | "已走在目標路徑前面{gap}" | "Ahead of the path by {gap}";
        TrackBehind = "落后目标路径{gap}" | "落後目標路徑{gap}" | "Behind the path by {gap}";
        TrackPathMultiple = "{years}{feat}：到{year}达到{goal}，年均需增{growth}" | "{years}{feat}：到{year}達到{goal}，年均需增{growth}" | "{feat} in {years} to {goal} by {year}: {growth} growth a year";
        TrackPathGrowth = "到{year}达到{goal}，年均需增{growth}" | "到{year}達到{goal}，年均需增{growth}" | "{goal} by {year}: {growth} growth a year";
        TrackPathFall = "到{year}降至{goal}，年均需降{growth}" | "到{year}降至{goal}，年均需降{growth}" | "Down to {goal} by {year}: {growth} less a year";
        TrackPathPlain = "目标：{year}{goal}" | "目標：{year}{goal}" | "Target for {year}: {goal}";
        TrackTried = "试算：{title}" | "試算：{title}" | "What if: {title}";
        TrackTriedInTime = "若年均增速为{growth}，可如期达到{goal}" | "若年均增速為{growth}，可如期達到{goal}" | "At {growth} a year, {goal} is reached in time";
        TrackTriedLate = "若年均增速为{growth}，到{year}才能达到{goal}，晚{late}" | "若年均增速為{growth}，到{year}才能達到{goal}，晚{late}" | "At {growth} a year, {goal} is reached in {year}, {late} late";
        TrackTriedAway = "若年均增速为{growth}，达不到{goal}" | "若年均增速為{growth}，達不到{goal}" | "At {growth} a year, {goal} is not reached";
        LessThanYear = "不到一年" | "不到一年" | "less than a year";
        AboutYears = "约{n}年" | "約{n}年" | "about {n} years";
        AboutOneYear = "约一年" | "約一年" | "about a year";
        Years = "{n}年" | "{n}年" | "{n} years";
        Double = "翻番" | "翻番" | "doubling";
        DoubleTwice = "翻两番" | "翻兩番" | "quadrupling";
        TimesFold = "增至{k}倍" | "增至{k}倍" | "growing {k}-fold";
        // 目标轨迹: subtitle
        ImpliedBase = "基期：{year}{value}（推算）" | "基期：{year}{value}（推算）" | "baseline {value} in {year} (implied)";
        StatedBase = "基期：{year}{value}" | "基期：{year}{value}" | "baseline {value} in {year}";
        TargetBy = "目标：{year}达{goal}" | "目標：{year}達{goal}" | "target for {year}: {goal}";
        TargetByMultiple = "目标：{year}达{goal}（{years}{feat}，年均需增{growth}）" | "目標：{year}達{goal}（{years}{feat}，年均需增{growth}）" | "target for {year}: {goal} ({feat} in {years}, {growth} a year)";
        // 目标轨迹: on the drawing
        PathGeometric = "目标路径（等比）" | "目標路徑（等比）" | "Path (equal growth)";
        PathLinear = "目标路径（等额）" | "目標路徑（等額）" | "Path (equal steps)";
        Goal = "目标 {value}" | "目標 {value}" | "Target {value}";
        ImpliedStart = "{value} 推算基期" | "{value} 推算基期" | "{value} implied";
        StatedStart = "{value} 基期" | "{value} 基期" | "{value} baseline";
        TriedSubtitle = "试算{target}" | "試算{target}" | "what-if {target}";
        TriedGoal = "试算目标 {value}" | "試算目標 {value}" | "What-if target {value}";
        TriedStart = "{value} 试算基期" | "{value} 試算基期" | "{value} what-if baseline";
        TriedGrowth = "假设年均 {growth}" | "假設年均 {growth}" | "{growth} a year, supposed";
        BehindBy = "▼ 落后路径 {gap}（{share}）" | "▼ 落後路徑 {gap}（{share}）" | "▼ {gap} behind ({share})";
        AheadBy = "▲ 领先路径 {gap}（{share}）" | "▲ 領先路徑 {gap}（{share}）" | "▲ {gap} ahead ({share})";
        ReachedIn = "{year}达到" | "{year}達到" | "Reached in {year}";
        RecentGrowth = "近{years}年均 {growth}" | "近{years}年均 {growth}" | "{growth} a year lately";
        RequiredGrowth = "今后需年增 {growth}" | "今後需年增 {growth}" | "{growth} a year needed";
        RequiredFall = "今后需年降 {growth}" | "今後需年降 {growth}" | "{growth} less a year needed";
        YearlyGrowth = "年均需增 {growth}" | "年均需增 {growth}" | "{growth} a year";
        NoActuals = "尚无公开的实际值" | "尚無公開的實際值" | "No actual figures published yet";
        // 目标轨迹: reading
        ReadPromise = "{place}的目标是{year}{indicator}达到{goal}。" | "{place}的目標是{year}{indicator}達到{goal}。" | "{place} is to reach {goal} by {year} ({indicator}).";
        ReadPromiseKeep = "{place}的要求是{indicator}{goal}，{year}为期。" | "{place}的要求是{indicator}{goal}，{year}為期。" | "{place} is to keep this indicator at {goal} up to {year} ({indicator}).";
        ReadImplied = "来源只给出目标和倍数，没有给出基期；由{feat}推算，{start}为{base}。" | "來源只給出目標和倍數，沒有給出基期；由{feat}推算，{start}為{base}。" | "The source states target and multiple but no baseline; {feat} implies {base} in {start}.";
        ReadStated = "基期{start}为{base}。" | "基期{start}為{base}。" | "The baseline is {base} in {start}.";
        ReadObserved = "来源没有给出基期，以最早公布的{start}{base}为起点。" | "來源沒有給出基期，以最早公布的{start}{base}為起點。" | "The source states no baseline; the first published figure, {base} in {start}, serves.";
        ReadPathGrowth = "按等比路径，每年需增长{growth}：{steps}。" | "按等比路徑，每年需增長{growth}：{steps}。" | "An even path grows {growth} a year: {steps}.";
        ReadPathSteps = "路径各年应达到：{steps}。" | "路徑各年應達到：{steps}。" | "The path asks for {steps}.";
        ReadStep = "{year}{value}" | "{year}{value}" | "{value} in {year}";
        ReadNoActuals = "来源没有公布实际值，因此无法判断进度。" | "來源沒有公布實際值，因此無法判斷進度。" | "No actual figures are published, so progress cannot be judged.";
        ReadLatestBehind = "{latest}的{year}为{value}，比路径应达到的{expected}落后{gap}。" | "{latest}的{year}為{value}，比路徑應達到的{expected}落後{gap}。" | "{latest}, {value} in {year}, is {gap} behind the {expected} the path asks for.";
        ReadLatestKept = "{latest}的{year}为{value}，达到要求。" | "{latest}的{year}為{value}，達到要求。" | "{latest}, {value} in {year}, meets it.";
        ReadLatestBroken = "{latest}的{year}为{value}，与要求相差{gap}。" | "{latest}的{year}為{value}，與要求相差{gap}。" | "{latest}, {value} in {year}, misses it by {gap}.";
        ReadLatestEven = "{latest}的{year}为{value}，正好在路径上。" | "{latest}的{year}為{value}，正好在路徑上。" | "{latest}, {value} in {year}, is right on the path.";
        ReadLatestAhead = "{latest}的{year}为{value}，比路径应达到的{expected}领先{gap}。" | "{latest}的{year}為{value}，比路徑應達到的{expected}領先{gap}。" | "{latest}, {value} in {year}, is {gap} ahead of the {expected} the path asks for.";
        LatestPublished = "最近公布" | "最近公布" | "The latest figure";
        ReadProgress = "已走完全程的{progress}，时间过去{elapsed}，序时进度{deviation}个百分点。" | "已走完全程的{progress}，時間過去{elapsed}，序時進度{deviation}個百分點。" | "{progress} of the way is covered with {elapsed} of the time gone ({deviation} percentage points).";
        ReadArrival = "按近{years}年均{growth}的增速，{year}达到目标。" | "按近{years}年均{growth}的增速，{year}達到目標。" | "At the recent {growth} a year, the target is met in {year}.";
        ReadNoArrival = "按近{years}年均{growth}的变化，不会达到目标。" | "按近{years}年均{growth}的變化，不會達到目標。" | "At the recent {growth} a year, the target is not met.";
        ReadTried = "以下为试算，不是公布的目标。" | "以下為試算，不是公布的目標。" | "What follows is tried out, not published.";
        ReadTriedPromise = "试算：{place}{year}{indicator}达到{goal}。" | "試算：{place}{year}{indicator}達到{goal}。" | "What if {place} were to reach {goal} by {year} ({indicator})?";
        ReadTriedBase = "假设{start}为{base}。" | "假設{start}為{base}。" | "Suppose {base} in {start}.";
        ReadTriedArrival = "若今后年均增速为{growth}，{year}达到目标。" | "若今後年均增速為{growth}，{year}達到目標。" | "At {growth} a year from now on, the target is met in {year}.";
        ReadTriedNoArrival = "若今后年均增速为{growth}，达不到目标。" | "若今後年均增速為{growth}，達不到目標。" | "At {growth} a year from now on, the target is not met.";
        ReadRequired = "要如期达到，今后每年需增长{growth}。" | "要如期達到，今後每年需增長{growth}。" | "Meeting it in time takes {growth} a year from now on.";
        ReadRequiredFall = "要如期达到，今后每年需下降{growth}。" | "要如期達到，今後每年需下降{growth}。" | "Meeting it in time takes a fall of {growth} a year from now on.";
        ReadStatus = "状态：{status}。" | "狀態：{status}。" | "Status: {status}.";
        ReadTooFew = "公布的数据太少，不作推算。" | "公布的數據太少，不作推算。" | "Too few figures are published for a projection.";
        StatusAchieved = "已达到" | "已達到" | "achieved";
        StatusOnTrack = "在轨（达到所需增速的95%以上）" | "在軌（達到所需增速的95%以上）" | "on track (95% or more of the growth needed)";
        StatusModerate = "略慢（达到所需增速的60%至95%）" | "略慢（達到所需增速的60%至95%）" | "moderate (60–95% of the growth needed)";
        StatusInsufficient = "不足（不到所需增速的60%）" | "不足（不到所需增速的60%）" | "insufficient (below 60% of the growth needed)";
        StatusAway = "远离目标" | "遠離目標" | "moving away";
        // notes
        NoteDefinition = "{mark} 口径不同，与{definition}并列仅供参考。" | "{mark} 口徑不同，與{definition}並列僅供參考。" | "{mark} Differs in definition; shown beside {definition} for reference only.";
        NoteDefinitionNone = "{mark} 来源另有口径，与未写明口径的数值并列仅供参考。" | "{mark} 來源另有口徑，與未寫明口徑的數值並列僅供參考。" | "{mark} The source names a definition the others do not; for reference only.";
        NoteUnstated = "{mark} 来源未写明是否为{definition}口径，与{definition}数值并列仅供参考。" | "{mark} 來源未寫明是否為{definition}口徑，與{definition}數值並列僅供參考。" | "{mark} The source does not say whether this is {definition}; for reference only.";
        NotePeriod = "{mark} 时期不同，见表。" | "{mark} 時期不同，見表。" | "{mark} Of another period; see the table.";
        NoteScope = "{mark} 排位范围不同，不参加比较。" | "{mark} 排位範圍不同，不參加比較。" | "{mark} Ranked among others; not compared.";
        NoteDisputed = "{mark} 来源中另有不同的数值，均照原文保留。" | "{mark} 來源中另有不同的數值，均照原文保留。" | "{mark} The sources also state another value; all are kept as stated.";
        NoteApart = "空心条：口径、时期或范围与其他地区不同，列出但不参加排位。" | "空心條：口徑、時期或範圍與其他地區不同，列出但不參加排位。" | "Hollow bars differ in definition, period or scope; they are listed, not ranked.";
        NoteNested = "{part}在{whole}之内，两者的数值有重叠。" | "{part}在{whole}之內，兩者的數值有重疊。" | "{part} lies within {whole}; their figures overlap.";
        NoteIntervals = "带“超”“近”“余”“约”等字样的数值按末位有效数字折算为区间（如{example}为{low}至{high}），浅色段为区间。" | "帶「超」「近」「餘」「約」等字樣的數值按末位有效數字折算為區間（如{example}為{low}至{high}），淺色段為區間。" | "Figures published as 'over', 'nearly' or 'about' are read as intervals, one unit of the last significant digit wide ({example}: {low} to {high}); the pale part is the interval.";
        NoteInferred = "{places}的时期由“去年”“目前”等推定。" | "{places}的時期由「去年」「目前」等推定。" | "Periods of {places} are inferred from words such as 'last year' or 'now'.";
        NoteInferredAll = "各数值的时期由“去年”“目前”等推定。" | "各數值的時期由「去年」「目前」等推定。" | "Periods are inferred from words such as 'last year' or 'now'.";
        NoteImplied = "空心点：来源未给出基期，按目标的{factor}分之一推算为{year}的值。" | "空心點：來源未給出基期，按目標的{factor}分之一推算為{year}的值。" | "Hollow point: the source states no baseline; it is the target divided by {factor}, set at {year}.";
        NoteTrial = "试算：基期、倍数、年限、年度安排或增速由读者输入，不是来源公布的数值。" | "試算：基期、倍數、年限、年度安排或增速由讀者輸入，不是來源公布的數值。" | "What if: base, multiple, years, steps or growth are the reader's, not published.";
        NoteObserved = "来源未给出基期，以{year}公布的数值为起点。" | "來源未給出基期，以{year}公布的數值為起點。" | "The source states no baseline; the figure published for {year} serves.";
        NoteDeadline = "期限由上下文推定。" | "期限由上下文推定。" | "The deadline is inferred.";
        NoteBand = "阴影：不低于目标路径所需增速的95%（欧盟统计局“在轨”标准）。" | "陰影：不低於目標路徑所需增速的95%（歐盟統計局「在軌」標準）。" | "Shaded: at least 95% of the growth the path asks for ('on track' by Eurostat).";
        NoteLinear = "目标或基期不大于零，等比路径没有意义，改按等额路径。" | "目標或基期不大於零，等比路徑沒有意義，改按等額路徑。" | "An even growth rate has no meaning at or below zero; the path is a straight line.";
        NotePartial = "{periods}的数值不满一年，不与年度路径比较。" | "{periods}的數值不滿一年，不與年度路徑比較。" | "Figures for {periods} cover part of a year and are not held against the yearly path.";
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
        // spoken points
        PointGap = "与{other}相差{gap}" | "與{other}相差{gap}" | "{gap} from {other}";
        PointPath = "路径应达{value}" | "路徑應達{value}" | "path {value}";
    }
}
