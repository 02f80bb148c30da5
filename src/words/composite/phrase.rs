//! The sentences on composite indicators.

use crate::words::sentence::sentences;

sentences! {
    /// What is said of composite indicators.
    pub(super) enum CompositePhrase {
        // who leads
        NoScores = "数据不足，没有一个地区可以计分。" | "數據不足，沒有一個地區可以計分。" | "The figures are too few to score any place.";
        LeadOnly = "只有{leader}可以计分，为{score}。" | "只有{leader}可以計分，為{score}。" | "Only {leader} can be scored: {score}.";
        Lead = "按{indicators}综合计分，{n}个地区中{leader}得分最高，为{score}。" | "按{indicators}綜合計分，{n}個地區中{leader}得分最高，為{score}。" | "Of {n} places scored on {indicators}, {leader} comes first with {score}.";
        LeadTied = "按{indicators}综合计分，{n}个地区中{leaders}并列首位，为{score}。" | "按{indicators}綜合計分，{n}個地區中{leaders}並列首位，為{score}。" | "Of {n} places scored on {indicators}, {leaders} share first place with {score}.";
        NoIndicators = "0项指标" | "0項指標" | "no indicator";
        IndicatorsFew = "{names}{n}项指标" | "{names}{n}項指標" | "{names}";
        IndicatorsMany = "{first}等{n}项指标" | "{first}等{n}項指標" | "{n} indicators ({first} among them)";
        // the own place
        Home = "{home}得分{score}，居{rank}。" | "{home}得分{score}，居{rank}。" | "{home} scores {score}, {rank}.";
        HomeCoverage = "{home}可用的指标占{coverage}，不到计分所需的{least}，没有计分。" | "{home}可用的指標佔{coverage}，不到計分所需的{least}，沒有計分。" | "{home} has {coverage} of the indicators, less than the {least} needed, and is not scored.";
        HomeNone = "{home}无法计分。" | "{home}無法計分。" | "{home} cannot be scored.";
        HomeAbsent = "{home}没有可比的数据，没有计分。" | "{home}沒有可比的數據，沒有計分。" | "{home} has no comparable figure and is not scored.";
        // whether the rank holds
        HoldsBetween = "权重随机变动{draws}次，{home}九成以上的情形居{rank}，中位数为{median}。" | "權重隨機變動{draws}次，{home}九成以上的情形居{rank}，中位數為{median}。" | "Under {draws} random sets of weights, {home} is {rank} in at least 90% of cases; the median is {median}.";
        HoldsAt = "权重随机变动{draws}次，{home}九成以上的情形居{rank}。" | "權重隨機變動{draws}次，{home}九成以上的情形居{rank}。" | "Under {draws} random sets of weights, {home} is {rank} in at least 90% of cases.";
        Without = "逐项去掉指标，去掉{indicator}后位次变化最大，{home}居{rank}。" | "逐項去掉指標，去掉{indicator}後位次變化最大，{home}居{rank}。" | "Leaving out one indicator at a time moves {home} most without {indicator}: {rank}.";
        WithoutNone = "去掉任何一项指标，{home}的位次都不变。" | "去掉任何一項指標，{home}的位次都不變。" | "Leaving out any one indicator does not change the rank of {home}.";
        // what makes the gap
        Part = "{indicator}（{points}）" | "{indicator}（{points}）" | "{indicator} ({points})";
        OneSided = "{names}只有其中一地有可比的数据，差距的构成仅供参考。" | "{names}只有其中一地有可比的數據，差距的構成僅供參考。" | "Only one of the two has comparable figures for {names}, so what makes the gap is indicative.";
        Behind = "与首位{other}相差{gap}。" | "與首位{other}相差{gap}。" | "The gap to {other} in first place is {gap}.";
        BehindBy = "与首位{other}相差{gap}，主要来自{wide}。" | "與首位{other}相差{gap}，主要來自{wide}。" | "The gap of {gap} to {other} in first place comes mainly from {wide}.";
        BehindByLess = "与首位{other}相差{gap}，主要来自{wide}；{narrow}则缩小了差距。" | "與首位{other}相差{gap}，主要來自{wide}；{narrow}則縮小了差距。" | "The gap of {gap} to {other} in first place comes mainly from {wide}, partly offset by {narrow}.";
        Ahead = "比其后的{other}高{gap}。" | "比其後的{other}高{gap}。" | "The lead over {other} is {gap}.";
        AheadBy = "比其后的{other}高{gap}，主要来自{wide}。" | "比其後的{other}高{gap}，主要來自{wide}。" | "The lead of {gap} over {other} comes mainly from {wide}.";
        AheadByLess = "比其后的{other}高{gap}，主要来自{wide}；{narrow}则缩小了差距。" | "比其後的{other}高{gap}，主要來自{wide}；{narrow}則縮小了差距。" | "The lead of {gap} over {other} comes mainly from {wide}, partly offset by {narrow}.";
        // the method
        ByArithmetic = "{normalised}，再加权算术平均。" | "{normalised}，再加權算術平均。" | "{normalised}, then a weighted arithmetic mean.";
        ByGeometric = "{normalised}，再加权几何平均。" | "{normalised}，再加權幾何平均。" | "{normalised}, then a weighted geometric mean.";
        ByTopsisVector = "TOPSIS法（向量归一化）：越接近各项最优、越远离各项最差，贴近度越高（0至1）。" | "TOPSIS法（向量歸一化）：越接近各項最優、越遠離各項最差，貼近度越高（0至1）。" | "TOPSIS with vector normalisation: closeness to the best and distance from the worst figures, 0 to 1.";
        ByTopsisMinMax = "TOPSIS法（极差标准化）：越接近各项最优、越远离各项最差，贴近度越高（0至1）。" | "TOPSIS法（極差標準化）：越接近各項最優、越遠離各項最差，貼近度越高（0至1）。" | "TOPSIS with min-max normalisation: closeness to the best and distance from the worst figures, 0 to 1.";
        ByCoverage = "指标不足{least}的地区不计分；缺少的指标由其余指标按权重分摊。" | "指標不足{least}的地區不計分；缺少的指標由其餘指標按權重分攤。" | "Places with less than {least} of the indicators are not scored; the weights of missing ones pass to the others.";
        MinMax = "各指标极差标准化（最差0分，最优100分）" | "各指標極差標準化（最差0分，最優100分）" | "Min-max scores (worst 0, best 100)";
        ZScore = "各指标化为标准分（均值0，样本标准差1）" | "各指標化為標準分（均值0，樣本標準差1）" | "Z-scores (mean 0, sample standard deviation 1)";
        PercentileBelow = "各指标化为百分位（最差0分，最优100分）" | "各指標化為百分位（最差0分，最優100分）" | "Percentile ranks (worst 0, best 100)";
        RatioLeader = "各指标与最优值之比（最优100分）" | "各指標與最優值之比（最優100分）" | "Ratios to the best figure (best 100)";
        EfficacyObserved = "功效系数法（最差60分，最优100分）" | "功效係數法（最差60分，最優100分）" | "Efficacy coefficients (worst 60, best 100)";
        // weights
        Weight = "{indicator}{weight}" | "{indicator}{weight}" | "{indicator} {weight}";
        WeightsNone = "没有可以计分的指标。" | "沒有可以計分的指標。" | "No indicator could be scored.";
        WeightsEqual = "{n}项指标权重相同，各占{each}。" | "{n}項指標權重相同，各佔{each}。" | "Indicators of equal weight: {n}, with {each} each.";
        WeightsGiven = "权重为给定值：{list}。" | "權重為給定值：{list}。" | "Weights as given: {list}.";
        WeightsEntropyRaw = "权重按熵值法（原始值占比）计算：{list}。" | "權重按熵值法（原始值佔比）計算：{list}。" | "Entropy weights from shares of the figures: {list}.";
        WeightsEntropyMinMax = "权重按熵值法（先作极差标准化）计算：{list}。" | "權重按熵值法（先作極差標準化）計算：{list}。" | "Entropy weights after min-max: {list}.";
        WeightsCritic = "权重按CRITIC法计算：{list}。" | "權重按CRITIC法計算：{list}。" | "CRITIC weights: {list}.";
    }
}
