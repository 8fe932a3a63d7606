"""
Replaces Speech Dispatcher's Python client, which Orca uses for speech, on a machine without a sound card.

Appends one JSON array per line to the file $HEED_SPEECH_LOG:
  ["speak", language, ssml]  an utterance, with the language of the requested voice
  ["stop"]                   Orca stops all unfinished speech

Contains only the methods that Orca needs. All other methods of the client (rate, pitch, punctuation, …) do nothing.
"""
import json
import os


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class CallbackType:
    INDEX_MARK, BEGIN, END, CANCEL, PAUSE, RESUME = 'index_marks', 'begin', 'end', 'cancel', 'pause', 'resume'


class DataMode:
    TEXT, SSML = 'text', 'ssml'


class Priority:
    IMPORTANT, TEXT, MESSAGE, NOTIFICATION, PROGRESS = 'important', 'text', 'message', 'notification', 'progress'


class PunctuationMode:
    ALL, MOST, SOME, NONE = 'all', 'most', 'some', 'none'


def write(*entry):
    with open(os.environ['HEED_SPEECH_LOG'], 'a', encoding='utf-8') as log:
        log.write(json.dumps(entry) + '\n')


def forward_languages():
    """
    Orca 43 detects the language of the text but speaks with the default voice.
    This passes the language to the voice, so that the log contains it. Orca's own speech keeps its language.
    """
    from orca.speech_generator import SpeechGenerator

    original = SpeechGenerator.voice
    if original.__name__ == 'voice_with_language':
        return

    def voice_with_language(self, key=None, **args):
        voices = original(self, key, **args)
        if args.get('language') and key in (None, 'default'):
            # Orca drops a family without a name.
            family = {'name': 'voice', 'lang': args['language'], 'dialect': args.get('dialect', '')}
            voices[0]['family'] = family
        return voices

    SpeechGenerator.voice = voice_with_language


class SSIPClient:
    language = 'en'

    def __init__(self, *_args, **_kwargs):
        forward_languages()

    def set_language(self, language):
        self.language = language

    def get_language(self):
        return self.language

    def speak(self, text, **_kwargs):
        write('speak', self.language, text)

    def char(self, character):
        write('speak', self.language, character)

    def cancel(self):
        write('stop')

    def list_output_modules(self):
        return ('log',)

    def list_synthesis_voices(self):
        """Orca requests the language of a page only if a voice supports it."""
        return tuple((language, language, None) for language in os.environ['HEED_VOICES'].split())

    def __getattr__(self, _name):
        return lambda *_args, **_kwargs: 0
