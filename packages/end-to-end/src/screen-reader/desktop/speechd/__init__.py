"""
Takes the place of Speech Dispatcher's Python client, which Orca speaks through, on a machine without a sound card.

Appends one JSON array per line to the file $HEED_SPEECH_LOG:
  ["speak", language, ssml]  an utterance, with the language of the voice that Orca asks for
  ["stop"]                   Orca silences everything that it has not finished speaking

Only what Orca uses is here. Every other method of the client (rate, pitch, punctuation, …) does nothing.
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


def pass_on_languages():
    """
    Orca 43 finds out the language of what it reads and then speaks with the default voice.
    This gives the language to the voice, so that the log has it. The words of Orca itself stay in its own language.
    """
    from orca.speech_generator import SpeechGenerator

    choose = SpeechGenerator.voice
    if choose.__name__ == 'voice_with_language':
        return

    def voice_with_language(self, key=None, **args):
        voices = choose(self, key, **args)
        if args.get('language') and key in (None, 'default'):
            # Orca drops a family without a name.
            family = {'name': 'voice', 'lang': args['language'], 'dialect': args.get('dialect', '')}
            voices[0]['family'] = family
        return voices

    SpeechGenerator.voice = voice_with_language


class SSIPClient:
    language = 'en'

    def __init__(self, *_args, **_kwargs):
        pass_on_languages()

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
        """Orca asks for the language of a page only where a voice speaks it."""
        return tuple((language, language, None) for language in os.environ['HEED_VOICES'].split())

    def __getattr__(self, _name):
        return lambda *_args, **_kwargs: 0
