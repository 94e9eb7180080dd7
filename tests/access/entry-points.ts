import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'fallback'];

/**
 * Every way in through the routes under `folder`, as `file handler`: pages and layouts by `load`,
 * form actions by their name, endpoints by their method.
 */
export function entryPoints(folder: string): string[] {
	return globSync('**/+{page,layout}.server.ts', { cwd: folder })
		.concat(globSync('**/+server.ts', { cwd: folder }))
		.sort()
		.flatMap((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			return handlersIn(file, text).map((handler) => `${file} ${handler}`);
		});
}

function handlersIn(file: string, text: string): string[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	return source.statements.flatMap((statement) => {
		if (!isExported(statement)) return [];
		if (ts.isFunctionDeclaration(statement)) return kept([statement.name?.text ?? '']);
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
			name.getText() === 'actions' && initializer
				? actionsIn(file, initializer)
				: kept([name.getText()])
		);
	});
}

function isExported(statement: ts.Statement): boolean {
	if (!ts.canHaveModifiers(statement)) return false;
	const modifiers = ts.getModifiers(statement) ?? [];
	return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function actionsIn(file: string, initializer: ts.Expression): string[] {
	const object = ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
	// An action that can't be read from the text can't be told from one that nobody guards.
	if (!ts.isObjectLiteralExpression(object)) throw new Error(`${file}: write actions out`);
	return object.properties.map((property) => `?/${property.name?.getText() ?? '...'}`);
}

function kept(names: string[]): string[] {
	return names.filter((name) => name === 'load' || METHODS.includes(name));
}
