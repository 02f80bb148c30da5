//! The glue of the cores that draw. It is the same for all of them, so a page loads it once, as a function that makes it anew
//! for each core: a core's glue holds the core's memory.

use crate::tools::Result;

/// What wasm-bindgen writes once for each class, for browsers that tell nothing of what is no longer used.
const WITHOUT_REGISTRY: &str =
    "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new FinalizationRegistry(";
/// The same once for all.
const REGISTRY: &str = "const registry = free => typeof FinalizationRegistry === 'undefined' ? { register() {}, unregister() {} } : new FinalizationRegistry(free);\n";

/// A module of glue as a module that exports `glue()`, which returns what the glue exports.
pub fn factory(glue: &str) -> Result<String> {
    let glue = &glue.replace(WITHOUT_REGISTRY, "registry(");
    let mut names = Vec::new();
    let mut body = String::with_capacity(glue.len());
    if glue.contains("registry(") {
        body.push_str(REGISTRY);
    }
    // no page sees a class of these, to write `using` of one
    for line in glue.lines().filter(|line| !line.starts_with("if (Symbol.dispose) ")) {
        let own = line.strip_prefix("export ");
        if let Some(own) = own {
            let rest = own.strip_prefix("function ").or_else(|| own.strip_prefix("class "));
            let name = rest.and_then(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$').next());
            names.push(name.filter(|name| !name.is_empty()).ok_or_else(|| format!("glue that exports in a new way: {line}"))?);
        } else if line.starts_with("import ") {
            return Err(format!("glue that imports something: {line}").into());
        }
        body.extend([own.unwrap_or(line), "\n"]);
    }
    Ok(format!("export function glue() {{\n{body}return {{ {} }};\n}}\n", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_exported_is_returned() {
        let check = |glue: &str, expect: Option<&str>| assert_eq!(factory(glue).ok().as_deref(), expect, "{glue}");
        check(
            "export class Data {\n}\nlet heap;\nexport function a() { heap }",
            Some("export function glue() {\nclass Data {\n}\nlet heap;\nfunction a() { heap }\nreturn { Data, a };\n}\n"),
        );
        check(
            "export class Data {\n}\nif (Symbol.dispose) Data.prototype[Symbol.dispose] = Data.prototype.free;\n\
            const D = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new FinalizationRegistry(ptr => free(ptr));",
            Some(&format!(
                "export function glue() {{\n{REGISTRY}class Data {{\n}}\nconst D = registry(ptr => free(ptr));\nreturn {{ Data }};\n}}\n"
            )),
        );
        check("export const a = 1;", None);
        check("import { a } from \"b\";", None);
    }
}
