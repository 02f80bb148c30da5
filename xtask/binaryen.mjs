// Runs binaryen's wasm-opt, once after another, in one process: what V8 has compiled of it once stays compiled, which saves a
// third of the time that a build spends in it. A line of standard input holds arguments with U+0000 between them; the answer
// is a line with the exit code. What it prints goes to standard error.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

if (isMainThread) {
  /** Its wasm, as it was compiled for the first run. */
  let compiled;
  const run = (argv) =>
    new Promise((ended) => {
      const worker = new Worker(new URL(import.meta.url), { argv, workerData: compiled, stdout: true, stderr: true });
      worker.stdout.pipe(process.stderr, { end: false });
      worker.stderr.pipe(process.stderr, { end: false });
      worker.on("message", (module) => (compiled = module));
      let failed = 0;
      worker.on("error", (error) => {
        console.error(error);
        failed = 1;
      });
      worker.on("exit", (code) => ended(code || failed));
    });
  for await (const line of createInterface({ input: process.stdin })) console.log(await run(line.split("\0")));
} else {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (bytes, imports) => {
    const shared = workerData ?? (await WebAssembly.compile(bytes));
    parentPort.postMessage(shared);
    return { module: shared, instance: await instantiate(shared, imports) };
  };
  createRequire(import.meta.url)("./node_modules/binaryen/bin/wasm-opt");
}
