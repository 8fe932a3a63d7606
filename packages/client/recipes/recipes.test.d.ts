export {};
//# sourceMappingURL=recipes.test.d.ts.map