// Defines <dui-biao>. With Vite, tell the compiler that it is no component of Vue's:
//   vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === "dui-biao" } } })
import "duibiao";
import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#app");
