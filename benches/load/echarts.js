// What duibiao draws for the view loss-rate, by ECharts: the bars in their order with rank, name and figure, the own place
// marked, benchmark, median, mean and target as lines. Nothing that the drawing does not need: no animation, no tooltip.
import { BarChart } from "echarts/charts";
import { GridComponent, MarkLineComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, GridComponent, MarkLineComponent, CanvasRenderer]);

const INK = "#1f2329";
const MUTED = "#5f6670";
const ACCENT = "#1456b8";
const PEER = "#8c95a1";
const MISSED = "#b97f45";
const TARGET = "#8a4b08";

async function draw() {
  const data = await (await fetch("/data/huaibei-2023.json")).json();
  const view = data.views.find(({ id }) => id === "loss-rate");
  const name = (place) => data.regions.find(({ id }) => id === place).short["zh-Hans"];
  const target = data.targets.find(({ id }) => id === view.target);
  const most = parseFloat(target.text);

  const figures = data.observations
    .filter(({ indicator, period, region }) => indicator === view.indicator && period === view.period && view.places.includes(region))
    .map(({ region, text, definition }) => ({ region, value: parseFloat(text), note: definition ? "" : " †" }))
    .sort((a, b) => a.value - b.value);
  const values = figures.map(({ value }) => value);
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  const median = (values[(values.length - 1) >> 1] + values[values.length >> 1]) / 2;
  const best = figures.find(({ region }) => region === view.benchmark);

  const bars = figures.map(({ value, note }) => ({
    value,
    itemStyle: { color: value > most ? MISSED : PEER },
    label: { position: "insideRight", color: INK, formatter: value + note },
  }));
  bars.push({ value: 0, label: { position: "right", color: ACCENT, formatter: "未见公开数据" } });

  const line = (xAxis, text, label, lineStyle) => ({
    xAxis,
    label: { position: "start", formatter: text, color: MUTED, ...label },
    lineStyle: { color: MUTED, type: "dashed", ...lineStyle },
  });
  const chart = init(document.getElementById("chart"), null, { height: 340 });
  chart.setOption({
    animation: false,
    grid: { left: 80, right: 24, top: 44, bottom: 28 },
    xAxis: { type: "value" },
    yAxis: {
      type: "category",
      inverse: true,
      data: [...figures.map(({ region }, at) => `${at + 1}  ${name(region)}`), `–  ${name(view.home)}`],
      axisTick: { show: false },
      axisLabel: { fontSize: 14, color: (_, at) => (at === figures.length ? ACCENT : INK) },
    },
    series: {
      type: "bar",
      barWidth: 24,
      data: bars,
      label: { show: true, fontSize: 14 },
      markLine: {
        symbol: "none",
        silent: true,
        data: [
          line(best.value, `对标 ${name(best.region)} ${best.value}`, {}, { color: INK }),
          line(median, `中位数 ${median.toFixed(2)}`, { align: "right" }),
          line(mean, `平均 ${mean.toFixed(2)}`, { align: "left" }),
          line(most, `${name(target.region)}目标 ≤${most}%`, { distance: 22, color: TARGET, fontWeight: 600 }, { color: TARGET, type: "solid" }),
        ],
      },
    },
  });
}

draw();
