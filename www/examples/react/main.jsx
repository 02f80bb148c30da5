// Defines <dui-biao>, which looks for the package's other files beside the bundle: copy them there when you build,
//   cp node_modules/duibiao/*.js node_modules/duibiao/*.wasm node_modules/duibiao/*.css dist/
import "duibiao";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import App from "./App.jsx";

createRoot(document.getElementById("app")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
