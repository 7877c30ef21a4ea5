import { relative } from 'node:path';
import ts from 'typescript';

/** Files whose exports are called by a framework or a tool, not by an import of ours. */
const calledFromOutside = [
  /^app\/(root|routes|entry\.(client|server))\.tsx?$/,
  /^app\/routes\//,
  /\.worker\.ts$/,
  /^[^/]*\.config\.ts$/,
  /^test\/database-server\.ts$/,
  // Loaded by `npm run demo -- --walk`, which works without it.
  /^e2e\/walk\.ts$/,
  /^app\/operations\/build-for-tests\.ts$/,
  // Drizzle's tools read every table from here.
  /^db\/schema(\/.*)?\.ts$/,
];

/**
 * Finds what is exported and imported nowhere: values that no other file uses, and types that nothing uses at all (a
 * type may be exported to name what a function of the same file returns).
 *
 * @returns one line for each, `file:line name`
 */
export function findUnusedExports(configFile = 'tsconfig.json'): string[] {
  const root = process.cwd();
  const { config } = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const own = program.getSourceFiles().filter((file) => isOwn(relative(root, file.fileName)));
  const used = collectUses(own, checker);
  return own.flatMap((file) => {
    const path = relative(root, file.fileName);
    if (calledFromOutside.some((pattern) => pattern.test(path))) return [];
    return exportsOf(file, checker)
      .filter((symbol) => !isUsed(symbol, file, used))
      .map((symbol) => `${path}:${lineOf(symbol)} ${symbol.name} is exported and not used`);
  });
}

function isOwn(path: string): boolean {
  return !path.startsWith('..') && !path.startsWith('node_modules/') && !path.startsWith('.react-router/');
}

/** For each symbol the files in which an identifier means it, declarations and re-exports left out. */
function collectUses(files: ts.SourceFile[], checker: ts.TypeChecker): Map<ts.Symbol, Set<ts.SourceFile>> {
  const used = new Map<ts.Symbol, Set<ts.SourceFile>>();
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      for (const symbol of wholeModule(node, checker)) {
        used.set(symbol, (used.get(symbol) ?? new Set()).add(file));
      }
      if (ts.isIdentifier(node) && !isDeclarationName(node)) {
        for (const symbol of meanings(node, checker)) {
          used.set(symbol, (used.get(symbol) ?? new Set()).add(file));
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return used;
}

/** `import * as words` and `import('./words.ts')` take everything there is. */
function wholeModule(node: ts.Node, checker: ts.TypeChecker): ts.Symbol[] {
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const place = ts.isNamespaceImport(node) ? node.name : isDynamic ? node.arguments[0] : undefined;
  const symbol = place && checker.getSymbolAtLocation(place);
  if (symbol === undefined) return [];
  return checker.getExportsOfModule(resolveAlias(symbol, checker)).map((one) => resolveAlias(one, checker));
}

function meanings(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol[] {
  const shorthand = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : undefined;
  return [checker.getSymbolAtLocation(node), shorthand]
    .filter((symbol) => symbol !== undefined)
    .map((symbol) => resolveAlias(symbol, checker));
}

function resolveAlias(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isDeclarationName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    'name' in parent && parent.name === node && !ts.isImportSpecifier(parent) && isNamedDeclaration(parent)
  );
}

function isNamedDeclaration(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node)
  );
}

function exportsOf(file: ts.SourceFile, checker: ts.TypeChecker): ts.Symbol[] {
  const module = checker.getSymbolAtLocation(file);
  if (module === undefined) return [];
  return checker.getExportsOfModule(module).map((symbol) => resolveAlias(symbol, checker));
}

function isUsed(
  symbol: ts.Symbol,
  declaredIn: ts.SourceFile,
  used: Map<ts.Symbol, Set<ts.SourceFile>>,
): boolean {
  const files = used.get(symbol);
  if (files === undefined) return false;
  const isType = !(symbol.flags & ts.SymbolFlags.Value) || (symbol.flags & ts.SymbolFlags.Class) !== 0;
  return isType || [...files].some((file) => file !== declaredIn);
}

function lineOf(symbol: ts.Symbol): number {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return 0;
  return declaration.getSourceFile().getLineAndCharacterOfPosition(declaration.getStart()).line + 1;
}
