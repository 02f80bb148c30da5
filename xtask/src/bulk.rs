//! `memory.copy` and `memory.fill`, which the first version of wasm lacks: the standard library is built with them, and so has every
//! memcpy. Binaryen lowers them to loops of bytes, in which a large matrix spent a quarter of its analysis. These go by eight.

use walrus::ir::{BinaryOp, ExtendedLoad, Instr, LoadKind, MemArg, StoreKind, UnaryOp, Value};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, LocalId, MemoryId, Module, ValType};

/// Makes each of them a call of a function of its own.
pub fn lower(module: &mut Module) {
    let Some(memory) = module.memories.iter().next().map(|memory| memory.id()) else { return };
    let (copy, fill) = (copy(module, memory), fill(module, memory));
    for function in module.funcs.iter_mut() {
        let FunctionKind::Local(local) = &mut function.kind else { continue };
        let mut blocks = Vec::new();
        walrus::ir::dfs_in_order(&mut Blocks(&mut blocks), local, local.entry_block());
        for block in blocks {
            for (instruction, _) in &mut local.block_mut(block).instrs {
                let func = match instruction {
                    Instr::MemoryCopy(_) => copy,
                    Instr::MemoryFill(_) => fill,
                    _ => continue,
                };
                *instruction = walrus::ir::Call { func }.into();
            }
        }
    }
    // what is not called goes
    walrus::passes::gc::run(module);
}

struct Blocks<'b>(&'b mut Vec<walrus::ir::InstrSeqId>);

impl<'instr> walrus::ir::Visitor<'instr> for Blocks<'_> {
    fn start_instr_seq(&mut self, block: &'instr walrus::ir::InstrSeq) {
        self.0.push(block.id());
    }
}

/// Wherever they stand.
const UNALIGNED: MemArg = MemArg { align: 1, offset: 0 };

/// A function of where to, of what, and of how many bytes. What it copies may overlap.
fn copy(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, from, count] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let eight = |body: &mut InstrSeqBuilder<'_>| {
        body.load(memory, LoadKind::I64 { atomic: false }, UNALIGNED).store(memory, StoreKind::I64 { atomic: false }, UNALIGNED);
    };
    let one = |body: &mut InstrSeqBuilder<'_>| {
        let byte = LoadKind::I32_8 { kind: ExtendedLoad::ZeroExtend };
        body.load(memory, byte, UNALIGNED).store(memory, StoreKind::I32_8 { atomic: false }, UNALIGNED);
    };
    let forwards = |body: &mut InstrSeqBuilder<'_>, width: i32, moved: &dyn Fn(&mut InstrSeqBuilder<'_>)| {
        while_as_many(body, count, width, |body| {
            body.local_get(to).local_get(from);
            moved(body);
            step(body, to, BinaryOp::I32Add, width);
            step(body, from, BinaryOp::I32Add, width);
            step(body, count, BinaryOp::I32Sub, width);
        });
    };
    let backwards = |body: &mut InstrSeqBuilder<'_>, width: i32, moved: &dyn Fn(&mut InstrSeqBuilder<'_>)| {
        while_as_many(body, count, width, |body| {
            step(body, count, BinaryOp::I32Sub, width);
            body.local_get(to).local_get(count).binop(BinaryOp::I32Add);
            body.local_get(from).local_get(count).binop(BinaryOp::I32Add);
            moved(body);
        });
    };
    let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    function.name("memory.copy".to_owned());
    let mut body = function.func_body();
    // from the end where the beginning would overwrite what is still to come
    body.local_get(to).local_get(from).binop(BinaryOp::I32Sub).local_get(count).binop(BinaryOp::I32LtU);
    body.if_else(
        None,
        |then| {
            backwards(then, 8, &eight);
            backwards(then, 1, &one);
        },
        |otherwise| {
            forwards(otherwise, 8, &eight);
            forwards(otherwise, 1, &one);
        },
    );
    function.finish(vec![to, from, count], &mut module.funcs)
}

/// A function of where, of which byte, and of how many.
fn fill(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, byte, count] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let bytes = module.locals.add(ValType::I64);
    let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    function.name("memory.fill".to_owned());
    let mut body = function.func_body();
    body.local_get(byte).const_(Value::I32(255)).binop(BinaryOp::I32And).unop(UnaryOp::I64ExtendUI32);
    body.const_(Value::I64(0x0101_0101_0101_0101)).binop(BinaryOp::I64Mul).local_set(bytes);
    for width in [8, 1] {
        while_as_many(&mut body, count, width, |body| {
            if width == 8 {
                body.local_get(to).local_get(bytes).store(memory, StoreKind::I64 { atomic: false }, UNALIGNED);
            } else {
                body.local_get(to).local_get(byte).store(memory, StoreKind::I32_8 { atomic: false }, UNALIGNED);
            }
            step(body, to, BinaryOp::I32Add, width);
            step(body, count, BinaryOp::I32Sub, width);
        });
    }
    function.finish(vec![to, byte, count], &mut module.funcs)
}

/// `while (count >= width) { … }`
fn while_as_many(body: &mut InstrSeqBuilder<'_>, count: LocalId, width: i32, work: impl FnOnce(&mut InstrSeqBuilder<'_>)) {
    body.loop_(None, |again| {
        let top = again.id();
        again.local_get(count).const_(Value::I32(width)).binop(BinaryOp::I32GeU);
        again.if_else(
            None,
            |then| {
                work(then);
                then.br(top);
            },
            |_| {},
        );
    });
}

/// `local = local + width`, or less.
fn step(body: &mut InstrSeqBuilder<'_>, local: LocalId, op: BinaryOp, width: i32) {
    body.local_get(local).const_(Value::I32(width)).binop(op).local_set(local);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools;
    use walrus::ModuleConfig;

    /// Copies and fills at random, overlapping more often than not, held against what JavaScript's arrays do.
    const CHECK: &str = "
        const { instance } = await WebAssembly.instantiate(await (await import('node:fs/promises')).readFile(process.argv[1]));
        const { memory, copy, fill } = instance.exports;
        const found = new Uint8Array(memory.buffer, 0, 64), expect = Uint8Array.from(found, (_, at) => at * 7);
        found.set(expect);
        let state = 1;
        const below = (most) => (state = (state * 48271) % 2147483647) % most;
        for (let round = 0; round < 40000; round++) {
          const [to, from] = [below(64), below(64)];
          const count = below(65 - Math.max(to, from));
          const byte = below(1000);
          if (round % 8) copy(to, from, count), expect.copyWithin(to, from, from + count);
          else fill(to, byte, count), expect.fill(byte, to, to + count);
          if (found.some((byte, at) => byte !== expect[at])) throw new Error(`${round}: ${[to, from, count, byte]}`);
        }";

    #[test]
    fn they_do_what_the_instructions_do() {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        for (name, is_copy) in [("copy", true), ("fill", false)] {
            let arguments = [(); 3].map(|()| module.locals.add(ValType::I32));
            let mut function = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
            let mut body = function.func_body();
            for argument in arguments {
                body.local_get(argument);
            }
            if is_copy {
                body.memory_copy(memory, memory)
            } else {
                body.memory_fill(memory)
            };
            let function = function.finish(arguments.to_vec(), &mut module.funcs);
            module.exports.add(name, function);
        }
        lower(&mut module);
        let file = tools::target_dir().join("bulk.wasm");
        let wasm = module.emit_wasm();
        assert!(!module.funcs.iter_local().any(|(_, local)| {
            let mut blocks = Vec::new();
            walrus::ir::dfs_in_order(&mut Blocks(&mut blocks), local, local.entry_block());
            let instructions = blocks.into_iter().flat_map(|block| &local.block(block).instrs);
            instructions.into_iter().any(|(instruction, _)| matches!(instruction, Instr::MemoryCopy(_) | Instr::MemoryFill(_)))
        }));
        tools::write(&file, wasm).unwrap();
        tools::run(tools::command("node").args(["--input-type=module", "-e", CHECK]).arg(&file)).unwrap();
    }
}
