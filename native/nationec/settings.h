/* Where the simulator is and how to misbehave: from the environment, else from NationECCode.ini beside the library. */
#ifndef STANDIN_SETTINGS_H
#define STANDIN_SETTINGS_H

enum { SETTING_ROOM = 512 };

struct settings {
  char url[SETTING_ROOM];
  char mode[SETTING_ROOM];
  unsigned long timeout_seconds;
};

/* Read anew at every call, so that a test can change them under a running program. */
void settings_read(struct settings *settings);

#endif
