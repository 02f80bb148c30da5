// Fifty widgets, of two views by turns.
for (let index = 0; index < 50; index++) {
  const widget = document.createElement("dui-biao");
  widget.setAttribute("src", "/data/huaibei-2023.json");
  widget.setAttribute("view", index % 2 ? "doubling" : "loss-rate");
  document.body.append(widget);
}
