import { useMemo, useState } from "react";

/** What the application has, from its own interface for example: output by year and place, as the source writes it. */
const OUTPUT = {
  2022: { jia: "110亿元", yi: "超88亿元", bing: "52亿元" },
  2023: { jia: "120亿元", yi: "131亿元", bing: "60亿元" },
};
const PLACES = { jia: "甲市", yi: "乙市", bing: "丙市" };

/** It as a dataset, whose format is dataset.schema.json of the package. */
const datasetOf = (year) => ({
  version: 1,
  title: "三市工业产值",
  sources: [{ id: "bulletin", title: `${year} 年统计公报`, date: String(Number(year) + 1) }],
  regions: Object.entries(PLACES).map(([id, name]) => ({ id, name, kind: "city" })),
  indicators: [{ id: "output", name: "工业产值", unit: "亿元", polarity: "higher", measure: "flow" }],
  observations: Object.entries(OUTPUT[year]).map(([region, text]) => ({ region, indicator: "output", period: year, text, source: "bulletin" })),
  targets: [],
  views: [{ id: "output", kind: "ranking", indicator: "output", period: year }],
});

export default function App() {
  const [year, setYear] = useState("2022");
  const [home, setHome] = useState("yi");
  const [isShown, setShown] = useState(true);
  const [title, setTitle] = useState("");
  // the same object while nothing has changed: each new one is read and drawn anew
  const data = useMemo(() => datasetOf(year), [year]);
  const told = ({ detail }) => setTitle(detail.title);
  return (
    <>
      <h1>示例：React 19</h1>
      <h2>三市工业产值</h2>
      <p>
        <label>
          年份 <Choice id="year" value={year} onChange={setYear} names={{ 2022: "2022 年", 2023: "2023 年" }} />
        </label>{" "}
        <label>
          本地 <Choice id="home" value={home} onChange={setHome} names={PLACES} />
        </label>
      </p>
      <p>
        <button id="toggle" type="button" onClick={() => setShown(!isShown)}>
          {isShown ? "收起" : "展开"}
        </button>
      </p>
      <p id="said" aria-live="polite">
        {title}
      </p>
      {/* an object goes to the property, texts to attributes; the events in braces, for Babel and SWC refuse a colon in a name */}
      {isShown && (
        <dui-biao data={data} view="output" home={home} {...{ "onduibiao:ready": told, "onduibiao:change": told }}>
          <ul>
            {Object.entries(OUTPUT[year]).map(([id, text]) => (
              <li key={id}>
                {PLACES[id]}：{text}
              </li>
            ))}
          </ul>
        </dui-biao>
      )}
    </>
  );
}

function Choice({ id, value, onChange, names }) {
  return (
    <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
      {Object.entries(names).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
