// Classic, so that it runs before any module: the element is not defined yet.
document.getElementById("early").data = {
  version: 1,
  title: "早",
  sources: [{ id: "s", title: "公报" }],
  regions: [
    { id: "jia", name: "甲市", kind: "city" },
    { id: "yi", name: "乙市", kind: "city" },
  ],
  indicators: [{ id: "output", name: "产值", unit: "亿元", polarity: "higher", measure: "flow" }],
  observations: [
    { region: "jia", indicator: "output", period: "2023", value: 120, source: "s" },
    { region: "yi", indicator: "output", period: "2023", value: 95, source: "s" },
  ],
  targets: [],
  views: [{ id: "output", kind: "ranking", indicator: "output", period: "2023", home: "yi" }],
};
