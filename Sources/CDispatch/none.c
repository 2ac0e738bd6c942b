/* What stands in the program for libdispatch, which serves Swift's concurrency: there is one thread
   here, and nothing that waits for another. It alone needed the library, of which a table of four
   thousand addresses is written anew at each start: 70 KB of memory that nobody shares, and as many
   pages to be made.

   Hidden, so that it stands for nothing in a program that has the library, as the tests have. */
#include "CDispatch.h"

#include <stdlib.h>

#define FUNCTIONS(F)                                                                              \
  F(activate) F(after_f) F(assert_queue) F(async_f) F(main) F(queue_attr_make_with_qos_class)     \
  F(queue_create) F(queue_set_width) F(release) F(set_context) F(source_create)                   \
  F(source_set_event_handler_f) F(source_set_timer) F(walltime)

#define NEVER(name)                                                                               \
  __attribute__((visibility("hidden"), noreturn)) void dispatch_##name(void);                     \
  void dispatch_##name(void) { abort(); }
FUNCTIONS(NEVER)

#define NOTHING(name)                                                                             \
  __attribute__((visibility("hidden"))) extern const char name[];                                 \
  const char name[1];
NOTHING(_dispatch_main_q)
NOTHING(_dispatch_queue_attr_concurrent)
NOTHING(_dispatch_source_type_timer)
