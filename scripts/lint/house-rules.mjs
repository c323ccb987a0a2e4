/** Rules of this house that no plugin has: casts with reasons, plain names, loops in tests that end. */

/** A cast that switches the types off needs a comment that says why, on its line or above its statement. */
const reasonedCast = {
  meta: {
    type: "problem",
    schema: [],
    messages: { reason: "`{{cast}}` switches the types off: say why in a comment on this line or above it." },
  },
  create(context) {
    const { sourceCode } = context;
    const lines = new Set(
      sourceCode.getAllComments().flatMap(({ loc }) => [loc.start.line, loc.end.line, loc.end.line + 1]),
    );
    const report = (node, cast) => {
      let statement = node;
      for (const one of sourceCode.getAncestors(node).reverse()) {
        statement = one;
        if (/Statement$|Declaration$|^(PropertyDefinition|Property|MethodDefinition)$/.test(one.type)) break;
      }
      if (lines.has(node.loc.start.line) || lines.has(node.loc.end.line)) return;
      if (lines.has(statement.loc.start.line)) return;
      context.report({ node, messageId: "reason", data: { cast } });
    };
    return {
      "TSAsExpression[typeAnnotation.type='TSNeverKeyword']": (node) => report(node, "as never"),
      "TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']": (node) =>
        report(node, "as unknown as"),
    };
  },
};

const bannedInNames = new Set(["front", "door", "knock", "ear", "whoever", "nobody", "somebody"]);
const bannedInText = /\b(whoever|nobody|somebody)\b/i;

const wordsOf = (name) => name.split(/(?<=[a-z0-9])(?=[A-Z])|_/).map((word) => word.toLowerCase());

/** What a test or a group of tests is called with, `it.each(…)(` and `test.skip(` among them. */
function isOfTests(callee) {
  if (callee.type === "Identifier") return ["describe", "it", "test"].includes(callee.name);
  if (callee.type === "MemberExpression") return isOfTests(callee.object);
  return callee.type === "CallExpression" && isOfTests(callee.callee);
}

/** Names, comments and the titles of tests say plainly what they mean. */
const plainWords = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      name: "“{{name}}” is a private word: call it what an engineer calls it.",
      text: "“{{word}}” in a comment or a title: name who or what is meant.",
    },
  },
  create(context) {
    const check = (node) => {
      if (node?.type !== "Identifier") return;
      if (wordsOf(node.name).some((word) => bannedInNames.has(word)))
        context.report({ node, messageId: "name", data: { name: node.name } });
    };
    return {
      VariableDeclarator: ({ id }) => check(id),
      "FunctionDeclaration, FunctionExpression, ArrowFunctionExpression": ({ id, params }) =>
        [id, ...params].forEach(check),
      "ClassDeclaration, TSInterfaceDeclaration, TSTypeAliasDeclaration, TSEnumDeclaration": ({ id }) =>
        check(id),
      "MethodDefinition, PropertyDefinition, TSPropertySignature, TSMethodSignature": ({ key }) => check(key),
      Program() {
        for (const { value, loc } of context.sourceCode.getAllComments()) {
          const [word] = bannedInText.exec(value) ?? [];
          if (word) context.report({ loc, messageId: "text", data: { word } });
        }
      },
      CallExpression({ callee, arguments: [title] }) {
        if (!title || !isOfTests(callee)) return;
        const text =
          title.type === "Literal" ? title.value : title.quasis?.map(({ value }) => value.cooked).join();
        const [word] = (typeof text === "string" && bannedInText.exec(text)) || [];
        if (word) context.report({ node: title, messageId: "text", data: { word } });
      },
    };
  },
};

/** Loops in tests come to an end by themselves: when what they wait for fails, they fail. */
const boundedLoops = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      bound: "A test never waits for ever: use `until` or `during` of tests/support/until.ts, or count.",
    },
  },
  create(context) {
    const counts = (test) =>
      test?.type === "LogicalExpression" && test.operator === "&&"
        ? counts(test.left) || counts(test.right)
        : test?.type === "BinaryExpression" && /^[<>]=?$/.test(test.operator);
    return {
      "WhileStatement, DoWhileStatement": (node) => context.report({ node, messageId: "bound" }),
      ForStatement(node) {
        if (!node.update || !counts(node.test)) context.report({ node, messageId: "bound" });
      },
    };
  },
};

export default {
  rules: { "reasoned-cast": reasonedCast, "plain-words": plainWords, "bounded-loops": boundedLoops },
};
