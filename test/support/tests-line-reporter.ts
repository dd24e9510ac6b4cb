import type { Reporter, TestModule } from 'vitest/node';

/** Ends every run with the plain line `Tests: N passed, N failed`, which programs read. */
export default class TestsLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
      // What fails around tests, such as a file that cannot be loaded or a hook, must not look like success.
      for (const place of [module, ...module.children.allSuites()])
        if (place.errors().length > 0) failed += 1;
    }
    process.stdout.write(`\nTests: ${passed} passed, ${failed} failed\n`);
  }
}
