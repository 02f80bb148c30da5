//! One source with every mutant in it, each behind a switch: `a + b` becomes a choice of `a - b`, `a * b` and `a + b`.

use crate::list::{At, Mutant};
use quote::ToTokens;
use std::collections::HashMap;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Arm, BinOp, Block, Expr, ExprBinary, ExprStruct, ExprUnary, ImplItemFn, ItemFn, ReturnType, Type, UnOp, parse_quote};

/// The text of a file with its mutants behind switches, and the numbers of those that no place was found for.
pub fn switched(text: &str, mutants: &[&Mutant]) -> syn::Result<(String, Vec<u32>)> {
    let mut file = syn::parse_file(text)?;
    let mut waiting: HashMap<At, Vec<(u32, String)>> = HashMap::new();
    for mutant in mutants {
        waiting.entry(mutant.at).or_default().push((mutant.id, mutant.replacement.clone()));
    }
    let mut switcher = Switcher { waiting };
    switcher.visit_file_mut(&mut file);
    let mut left: Vec<u32> = switcher.waiting.into_values().flatten().map(|(id, _)| id).collect();
    left.sort_unstable();
    Ok((file.into_token_stream().to_string(), left))
}

struct Switcher {
    waiting: HashMap<At, Vec<(u32, String)>>,
}

fn start(of: &impl Spanned) -> At {
    let start = of.span().start();
    (start.line, start.column + 1)
}

/// `if` one of the mutants is on, its expression, else the one that was there.
fn choice(mutants: Vec<(u32, Expr)>, original: Expr) -> Expr {
    mutants.into_iter().rev().fold(
        parse_quote!({ #original }),
        |rest, (id, expression)| parse_quote!(if crate::mutant::on(#id) { crate::mutant::here(#id); #expression } else #rest),
    )
}

/// An operation as a choice, if it can be one.
fn switched_operator(binary: &ExprBinary, mutants: &[(u32, String)]) -> Option<Expr> {
    let ExprBinary { left, op, right, .. } = binary;
    let operators = || mutants.iter().map(|(id, replacement)| syn::parse_str::<BinOp>(replacement).ok().map(|op| (*id, op)));
    let of_values = || {
        let others = operators().map(|other| other.map(|(id, op)| (id, parse_quote!(l #op r)))).collect::<Option<_>>()?;
        Some(choice(others, parse_quote!(l #op r)))
    };
    match (op, mutants) {
        // what a pattern binds there is not bound here
        (BinOp::And(_) | BinOp::Or(_), _) if is_let(left) || is_let(right) => None,
        // lazily: a || b is !(!a && !b)
        (BinOp::And(_) | BinOp::Or(_), [(id, _)]) => {
            Some(parse_quote!((crate::mutant::on(#id) ^ ((crate::mutant::on(#id) ^ (#left)) #op (crate::mutant::on(#id) ^ (#right))))))
        }
        (op, _) if changes_its_left_side(op) => {
            let others = operators().map(|other| other.map(|(id, op)| (id, parse_quote!(#left #op #right)))).collect::<Option<_>>()?;
            Some(choice(others, parse_quote!(#left #op #right)))
        }
        (BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_), _) => {
            of_values().map(|choice| parse_quote!((match (&(#left), &(#right)) { (l, r) => { #choice } })))
        }
        _ => of_values().map(|choice| parse_quote!((match (#left, #right) { (l, r) => { #choice } }))),
    }
}

/// `+=` and the like.
fn changes_its_left_side(op: &BinOp) -> bool {
    let text = op.to_token_stream().to_string();
    text.ends_with('=') && !matches!(op, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Le(_) | BinOp::Ge(_))
}

impl Switcher {
    /// A function that a mutant answers for.
    fn function(&mut self, returned: &ReturnType, block: &mut Block) {
        let first = block.stmts.first().map(start);
        let mutants =
            [Some(start(&block.brace_token.span.open())), first].into_iter().flatten().find_map(|at| self.waiting.remove_entry(&at));
        let Some((at, mutants)) = mutants else { return };
        // an expression may begin where its function does
        let (values, others) = mutants.into_iter().partition::<Vec<_>, _>(|(_, replacement)| replacement.starts_with('='));
        let is_opaque = matches!(returned, ReturnType::Type(_, kind) if matches!(**kind, Type::ImplTrait(_)));
        // what is leaked can be changed, which makes it an item of another type
        let (unplaced, values) = values.into_iter().partition::<Vec<_>, _>(|(_, value)| is_opaque && value.contains("leak("));
        let others = [others, unplaced].concat();
        if !others.is_empty() {
            self.waiting.insert(at, others);
        }
        for (id, replacement) in values.into_iter().rev() {
            if let Ok(value) = syn::parse_str::<Expr>(&replacement[1..]) {
                if is_opaque {
                    *block = parse_quote!({
                        if crate::mutant::on(#id) { crate::mutant::here(#id); crate::mutant::Either::A(#value) }
                        else { crate::mutant::Either::B(#block) }
                    });
                    continue;
                }
                let switch: syn::Stmt = parse_quote!({ if crate::mutant::on(#id) { crate::mutant::here(#id); return #value; } });
                block.stmts.insert(0, switch);
            }
        }
    }
}

fn is_let(expression: &Expr) -> bool {
    match expression {
        Expr::Let(_) => true,
        Expr::Binary(ExprBinary { left, op: BinOp::And(_), right, .. }) => is_let(left) || is_let(right),
        _ => false,
    }
}

impl VisitMut for Switcher {
    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        self.function(&function.sig.output, &mut function.block);
        visit_mut::visit_item_fn_mut(self, function);
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        self.function(&function.sig.output, &mut function.block);
        visit_mut::visit_impl_item_fn_mut(self, function);
    }

    fn visit_expr_struct_mut(&mut self, expression: &mut ExprStruct) {
        let starts: Vec<At> = expression.fields.iter().map(start).collect();
        visit_mut::visit_expr_struct_mut(self, expression);
        let Some(rest) = expression.rest.clone() else { return };
        for (field, at) in expression.fields.iter_mut().zip(starts) {
            let deleted =
                self.waiting.get_mut(&at).and_then(|all| all.iter().position(|(_, how)| how == "-field").map(|found| all.remove(found)));
            if let Some((id, _)) = deleted {
                let (name, value) = (&field.member, &field.expr);
                field.expr = parse_quote!(if crate::mutant::on(#id) { crate::mutant::here(#id); (#rest).#name } else { #value });
                field.colon_token = Some(Default::default());
            }
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let at = start(&*arm);
        let guard_at = arm.guard.as_ref().map(|(_, guard)| start(&**guard));
        let deleted = self.waiting.get_mut(&at).map(|all| all.extract_if(.., |(_, how)| how == "-arm").collect::<Vec<_>>());
        let guards = guard_at.and_then(|at| self.waiting.get_mut(&at));
        let guards = guards.map(|all| all.extract_if(.., |(_, how)| how.starts_with("guard ")).collect::<Vec<_>>());
        visit_mut::visit_arm_mut(self, arm);
        let mut guard = arm.guard.take().map(|(_, guard)| guard);
        for (id, how) in guards.into_iter().flatten() {
            let Some(old) = guard else { return };
            guard = Some(match how.as_str() {
                "guard true" => parse_quote!((crate::mutant::on(#id) || (#old))),
                _ => parse_quote!((!crate::mutant::on(#id) && (#old))),
            });
        }
        for (id, _) in deleted.into_iter().flatten() {
            guard = Some(match guard {
                Some(old) => parse_quote!((!crate::mutant::on(#id) && (#old))),
                None => parse_quote!((!crate::mutant::on(#id))),
            });
        }
        arm.guard = guard.map(|guard| (Default::default(), guard));
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        let at = match expression {
            Expr::Binary(binary) => Some(start(&binary.op)),
            Expr::Unary(ExprUnary { op: op @ (UnOp::Not(_) | UnOp::Neg(_)), .. }) => Some(start(op)),
            _ => None,
        };
        visit_mut::visit_expr_mut(self, expression);
        let Some((at, mutants)) = at.and_then(|at| self.waiting.remove_entry(&at)) else { return };
        let new = match &*expression {
            Expr::Binary(binary) => switched_operator(binary, &mutants),
            Expr::Unary(ExprUnary { op, expr, .. }) => mutants.first().map(|(id, _)| {
                let choice = choice(vec![(*id, parse_quote!(v))], parse_quote!(#op v));
                parse_quote!((match #expr { v => { #choice } }))
            }),
            _ => None,
        };
        match new {
            Some(new) => *expression = new,
            None => {
                self.waiting.insert(at, mutants);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The file of one function with the change at `at`, without the switch's path.
    fn check(text: &str, at: At, replacement: &str, expect: &str) {
        let mutant = Mutant { id: 7, file: String::new(), at, replacement: replacement.to_owned(), name: String::new() };
        let (found, left) = switched(text, &[&mutant]).expect("a file");
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        let found = plain(&found).replace("crate::mutant::", "").replace("here(7u32);", "").replace("7u32", "7");
        assert_eq!((found, left), (plain(expect), Vec::new()), "{text}");
    }

    #[test]
    fn each_kind_of_change_is_a_choice() {
        check("fn f(a:u8)->u8{a+1}", (1, 17), "-", "fn f(a:u8)->u8{(match (a,1){(l,r)=>{if on(7){l-r}else{l+r}}})}");
        check("fn f(a:u8)->bool{a<1}", (1, 19), "<=", "fn f(a:u8)->bool{(match (&(a),&(1)){(l,r)=>{if on(7){l<=r}else{l<r}}})}");
        check("fn f(a:bool,b:bool)->bool{a&&b}", (1, 28), "||", "fn f(a:bool,b:bool)->bool{(on(7)^((on(7)^(a))&&(on(7)^(b))))}");
        check("fn f(a:&mut u8){*a+=1}", (1, 19), "-=", "fn f(a:&mut u8){if on(7){*a-=1}else{*a+=1}}");
        check("fn f(a:i8)->i8{-a}", (1, 16), "", "fn f(a:i8)->i8{(match a{v=>{if on(7){v}else{-v}}})}");
        check("fn f()->u8{let a=2;a}", (1, 12), "=0", "fn f()->u8{{if on(7){return 0;}}let a=2;a}");
        check("fn f()->impl I{g()}", (1, 16), "=h()", "fn f()->impl I{if on(7){Either::A(h())}else{Either::B({g()})}}");
        check("fn f(a:u8){match a{1=>g(),_=>h()}}", (1, 20), "-arm", "fn f(a:u8){match a{1 if(!on(7))=>g(),_=>h()}}");
        check("fn f(a:u8){match a{b if b>1=>g(),_=>h()}}", (1, 25), "guard true", "fn f(a:u8){match a{b if(on(7)||(b>1))=>g(),_=>h()}}");
        check("fn f(a:S)->S{S{b:1,..a}}", (1, 16), "-field", "fn f(a:S)->S{S{b:if on(7){(a).b}else{1},..a}}");
    }

    #[test]
    fn what_has_no_place_is_told() {
        let text = "fn f(a:bool,b:Option<u8>){if a&&let Some(_)=b{}}";
        let at = (1, 1 + text.find("&&").expect("an operator"));
        let mutant = Mutant { id: 7, file: String::new(), at, replacement: "||".to_owned(), name: String::new() };
        let (_, left) = switched(text, &[&mutant]).expect("a file");
        assert_eq!(left, [7]);
    }
}
