/* The launcher's own version: it changes seldom, and one launcher serves many versions of the agent. */
#define LAUNCHER_VERSION "1.0"
#define LAUNCHER_VERSION_NUMBERS 1, 0, 0, 0
