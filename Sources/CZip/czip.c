/* SwiftPM wants a source file in a C target; all there is stands in the header. */
#include "czip.h"
