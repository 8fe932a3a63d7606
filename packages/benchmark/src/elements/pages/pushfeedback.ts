import 'pushfeedback/dist/pushfeedback/pushfeedback.css';
import { defineCustomElement } from 'pushfeedback/dist/components/feedback-modal.js';

defineCustomElement();
