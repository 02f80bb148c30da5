// Runs binaryen's programs, one after another, in one process: what V8 has compiled of them once stays compiled, which
// saves a third of the time that a build spends in them. A line of standard input names a program and its arguments, with
// U+0000 between them; the answer is a line with the exit code. What a program prints goes to standard error.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

if (isMainThread) {
  /** The wasm of each program, as it was compiled for the first run. */
  const compiled = new Map();
  const run = (program, argv) =>
    new Promise((ended) => {
      const data = { program, module: compiled.get(program) };
      const worker = new Worker(new URL(import.meta.url), { argv, workerData: data, stdout: true, stderr: true });
      worker.stdout.pipe(process.stderr, { end: false });
      worker.stderr.pipe(process.stderr, { end: false });
      worker.on("message", (module) => compiled.set(program, module));
      let failed = 0;
      worker.on("error", (error) => {
        console.error(error);
        failed = 1;
      });
      worker.on("exit", (code) => ended(code || failed));
    });
  for await (const line of createInterface({ input: process.stdin })) {
    const [program, ...argv] = line.split("\0");
    console.log(await run(program, argv));
  }
} else {
  const { program, module } = workerData;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (bytes, imports) => {
    const shared = module ?? (await WebAssembly.compile(bytes));
    parentPort.postMessage(shared);
    return { module: shared, instance: await instantiate(shared, imports) };
  };
  createRequire(import.meta.url)(`./node_modules/binaryen/bin/${program}`);
}
