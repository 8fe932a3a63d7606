import { Component, CUSTOM_ELEMENTS_SCHEMA, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/text';
import { HeedValue } from './heed-value';

@Component({
  selector: 'model-form',
  imports: [FormsModule, HeedValue],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form ngNativeValidate (submit)="send($event)">
      <heed-nps name="recommend" required [disabled]="disabled()" [(ngModel)]="recommend"></heed-nps>
      <heed-csat name="satisfaction" display="faces" [(ngModel)]="satisfaction"></heed-csat>
      @if (recommend() !== null && recommend()! < 9) {
        <heed-text name="why" question="What should we do better?" [(ngModel)]="why"></heed-text>
      }
      <button>Send</button>
      <button type="reset">Start again</button>
      <button type="button" (click)="recommend.set(null)">Rather not</button>
      <pre>{{ tell() }}</pre>
    </form>
  `,
})
export class ModelForm {
  readonly recommend = signal<number | null>(null);
  readonly satisfaction = signal<number | null>(null);
  readonly why = signal<string | null>(null);
  readonly disabled = signal(false);
  readonly sent = output<FormData>();

  protected tell(): string {
    const [recommend, satisfaction, why] = [this.recommend(), this.satisfaction(), this.why()];
    return JSON.stringify({ recommend, satisfaction, why });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.emit(new FormData(event.currentTarget as HTMLFormElement));
  }
}
