export {};
//# sourceMappingURL=targets.test.d.ts.map