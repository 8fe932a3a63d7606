import { bootstrapApplication } from '@angular/platform-browser';
import { connect } from '@heed/client/connect';
import { App } from './app/app';
import { appConfig } from './app/app.config';

connect();
bootstrapApplication(App, appConfig).catch((error) => console.error(error));
