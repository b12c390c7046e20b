/* libzip, which opens the archive that a workbook is. */
#ifndef CZIP_H
#define CZIP_H

#include <zip.h>

#endif
