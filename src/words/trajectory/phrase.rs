//! The sentences on a promise and its path.

use crate::words::sentence::sentences;

sentences! {
    /// What a promise and its path say.
    pub(super) enum Course {
        // titles
        Achieved = "{year}已达到目标：{value}" | "{year}已達到目標：{value}" | "Target met in {year}: {value}";
        InTime = "按近{span}的速度，可如期达到{goal}" | "按近{span}的速度，可如期達到{goal}" | "At the pace of the last {span}, {goal} is reached in time";
        InTimeMultiple = "按近{span}的速度，可如期{feat}" | "按近{span}的速度，可如期{feat}" | "At the pace of the last {span}, {feat} comes in time";
        Late = "按近{span}的速度，到{year}才能达到{goal}，晚{late}" | "按近{span}的速度，到{year}才能達到{goal}，晚{late}" | "At the pace of the last {span}, {goal} is reached in {year}, {late} late";
        LateMultiple = "按近{span}的速度，到{year}才能{feat}，晚{late}" | "按近{span}的速度，到{year}才能{feat}，晚{late}" | "At the pace of the last {span}, {feat} comes in {year}, {late} late";
        OneYear = "一年" | "一年" | "year";
        Kept = "{year}为{value}，符合{goal}的要求" | "{year}為{value}，符合{goal}的要求" | "At {value} in {year}, within the target of {goal}";
        Broken = "{year}为{value}，未达到{goal}的要求" | "{year}為{value}，未達到{goal}的要求" | "At {value} in {year}, outside the target of {goal}";
        Away = "按近{span}的变化，正在远离目标" | "按近{span}的變化，正在遠離目標" | "The last {span} lead away from the target";
        Ahead = "已走在目标路径前面{gap}" | "已走在目標路徑前面{gap}" | "Ahead of the path by {gap}";
        Behind = "落后目标路径{gap}" | "落後目標路徑{gap}" | "Behind the path by {gap}";
        PathMultiple = "{years}{feat}：到{year}达到{goal}，年均需增{growth}" | "{years}{feat}：到{year}達到{goal}，年均需增{growth}" | "{feat} in {years} to {goal} by {year} takes {growth} growth a year";
        PathGrowth = "到{year}达到{goal}，年均需增{growth}" | "到{year}達到{goal}，年均需增{growth}" | "{goal} by {year} takes {growth} growth a year";
        PathFall = "到{year}降至{goal}，年均需降{growth}" | "到{year}降至{goal}，年均需降{growth}" | "Down to {goal} by {year} takes a fall of {growth} a year";
        PathPlain = "目标：{year}{goal}" | "目標：{year}{goal}" | "Target for {year}: {goal}";
        Tried = "试算：{title}" | "試算：{title}" | "What if: {title}";
        TriedInTime = "若年均增速为{growth}，可如期达到{goal}" | "若年均增速為{growth}，可如期達到{goal}" | "At {growth} a year, {goal} is reached in time";
        TriedLate = "若年均增速为{growth}，到{year}才能达到{goal}，晚{late}" | "若年均增速為{growth}，到{year}才能達到{goal}，晚{late}" | "At {growth} a year, {goal} is reached in {year}, {late} late";
        TriedAway = "若年均增速为{growth}，达不到{goal}" | "若年均增速為{growth}，達不到{goal}" | "At {growth} a year, {goal} is not reached";
        // subtitle
        ImpliedBase = "基期：{year}{value}（推算）" | "基期：{year}{value}（推算）" | "baseline {value} in {year} (implied)";
        StatedBase = "基期：{year}{value}" | "基期：{year}{value}" | "baseline {value} in {year}";
        TargetBy = "目标：{year}达{goal}" | "目標：{year}達{goal}" | "target for {year}: {goal}";
        TargetByMultiple = "目标：{year}达{goal}（{years}{feat}，年均需增{growth}）" | "目標：{year}達{goal}（{years}{feat}，年均需增{growth}）" | "target for {year}: {goal} ({feat} in {years}, {growth} a year)";
        // on the drawing
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
        YearlyGrowth = "年均需增 {growth}" | "年均需增 {growth}" | "{growth} a year needed";
        NoActuals = "尚无公开的实际值" | "尚無公開的實際值" | "No actual figures published yet";
        // reading
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
        ReadProgress = "已走完全程的{progress}，时间过去{elapsed}，序时进度{deviation}个百分点。" | "已走完全程的{progress}，時間過去{elapsed}，序時進度{deviation}個百分點。" | "{progress} of the way is covered with {elapsed} of the time elapsed ({deviation} percentage points).";
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
        NoteImplied = "{year}的空心点：来源未给出基期，按目标的{factor}分之一推算。" | "{year}的空心點：來源未給出基期，按目標的{factor}分之一推算。" | "Hollow point in {year}: the source states no baseline; it is the target divided by {factor}.";
        NoteTrial = "试算：基期、倍数、年限、年度安排或增速由读者输入，不是来源公布的数值。" | "試算：基期、倍數、年限、年度安排或增速由讀者輸入，不是來源公布的數值。" | "What if: base, multiple, years, steps or growth are the reader’s, not published.";
        NoteObserved = "来源未给出基期，以{year}公布的数值为起点。" | "來源未給出基期，以{year}公布的數值為起點。" | "The source states no baseline; the figure published for {year} serves.";
        NoteBand = "阴影：不低于目标路径所需增速的95%（欧盟统计局“在轨”标准）。" | "陰影：不低於目標路徑所需增速的95%（歐盟統計局「在軌」標準）。" | "Shaded: at least 95% of the growth the path asks for (‘on track’ by Eurostat).";
        NoteLinear = "目标或基期不大于零，等比路径没有意义，改按等额路径。" | "目標或基期不大於零，等比路徑沒有意義，改按等額路徑。" | "An even growth rate has no meaning at or below zero; the path is a straight line.";
        NotePartial = "{periods}的数值不满一年，不与年度路径比较。" | "{periods}的數值不滿一年，不與年度路徑比較。" | "Figures for {periods} cover part of a year and are not held against the yearly path.";
        // spoken points
        PointPath = "路径应达{value}" | "路徑應達{value}" | "path {value}";
    }
}
