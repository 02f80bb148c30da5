// How TypeScript uses the package: checked where it is installed, never run.
import { DuiBiao, core, type Page, type Selected, type Shown } from "duibiao";
import { load } from "duibiao/analysis";

const widget: DuiBiao = document.createElement("dui-biao");
const found: DuiBiao | null = document.querySelector("dui-biao");
widget.src = "data/cities.json";
widget.places = ["huaibei", "wuhu"];
widget.weights = [3, 1];
widget.years = 3;
widget.home = undefined;
widget.data = { version: 1 };
widget.data = found?.data;
// @ts-expect-error there is no such view's property
widget.veiw = "ranking";

widget.addEventListener("duibiao:ready", ({ detail }) => {
  const shown: Shown = detail;
  return shown.title.length;
});
const places: string[] = [];
const select = ({ detail }: CustomEvent<Selected>) => places.push(detail.place);
document.body.addEventListener("duibiao:select", select);
document.addEventListener("duibiao:select", select);
window.addEventListener("duibiao:select", select);
widget.addEventListener("click", ({ clientX }) => clientX);
widget.addEventListener("duibiao:error", ({ detail }) => detail.issues.map(({ place }) => place));

const page: Page | undefined = widget.figure;
const cells: string[][] = page?.rows.map((row) => row.cells) ?? [];
// @ts-expect-error what is shown is not set
widget.figure = undefined;
const picture: Promise<Blob> = widget.export("png", { scale: 3 });
// @ts-expect-error no such format
void widget.export("pdf");

export const version: string = DuiBiao.version;
export async function parsed(text: string) {
  const { parseDataset } = await core();
  const { rank } = await load();
  return [parseDataset(text, "en"), rank({ figures: [1, 2], polarity: "higher" }), cells, picture];
}
