// Without the build tools of Angular, components are compiled in the browser.
import '@angular/compiler';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app.ts';

await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
