#define SDL_MAIN_HANDLED 1
#define SDL_DISABLE_IMMINTRIN_H 1
#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>
