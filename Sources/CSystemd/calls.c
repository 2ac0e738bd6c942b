/* libsystemd, which is loaded when the first of its functions is called.

   It brings six further libraries, which take a tenth of the time and of the memory of a command
   that records an answer, and calls none of them. The linker can put off to look up a function, but
   not to load its library. So here stands each function that Swift calls, and goes on to the
   library's own by a table, as the linker's own do; the table is filled at the first call, and
   cannot be written to after it. */
#include "CSystemd.h"

/* Where this is not written for the processor, the library is linked: see Package.swift. */
#if defined(__x86_64__)

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

/* What is called from Swift; the linker names what is missing here. */
#define FUNCTIONS(F)                                                                               \
  F(sd_bus_add_match_async) F(sd_bus_add_object_vtable) F(sd_bus_attach_event)                    \
  F(sd_bus_call_async) F(sd_bus_close_unref) F(sd_bus_emit_properties_changed_strv)               \
  F(sd_bus_error_set) F(sd_bus_get_bus_id) F(sd_bus_is_open) F(sd_bus_is_ready)                   \
  F(sd_bus_message_append_basic) F(sd_bus_message_at_end) F(sd_bus_message_close_container)       \
  F(sd_bus_message_enter_container) F(sd_bus_message_exit_container)                              \
  F(sd_bus_message_get_destination) F(sd_bus_message_get_error) F(sd_bus_message_get_member)      \
  F(sd_bus_message_get_sender) F(sd_bus_message_new_method_call)                                  \
  F(sd_bus_message_new_method_return) F(sd_bus_message_new_signal)                                \
  F(sd_bus_message_open_container) F(sd_bus_message_peek_type) F(sd_bus_message_read_basic)       \
  F(sd_bus_message_ref) F(sd_bus_message_unref) F(sd_bus_new) F(sd_bus_request_name_async)        \
  F(sd_bus_send) F(sd_bus_set_address) F(sd_bus_set_bus_client) F(sd_bus_set_close_on_exit)       \
  F(sd_bus_set_connected_signal) F(sd_bus_slot_set_destroy_callback) F(sd_bus_slot_set_floating)  \
  F(sd_bus_slot_unref) F(sd_bus_start) F(sd_event_add_io) F(sd_event_add_signal)                  \
  F(sd_event_add_time) F(sd_event_add_time_relative) F(sd_event_exit) F(sd_event_loop)            \
  F(sd_event_new) F(sd_event_run) F(sd_event_set_watchdog) F(sd_event_source_disable_unref)       \
  F(sd_event_source_set_enabled) F(sd_event_source_set_time)                                      \
  F(sd_event_source_set_time_accuracy) F(sd_event_unref) F(sd_id128_to_string)                    \
  F(sd_journal_sendv) F(sd_notify)

/* That the table of an object's members is written as this library wants it, which it sees by the
   address of this alone. */
const unsigned sd_bus_object_vtable_format = 242;

#define NAME(name) #name,
static const char *const names[] = {FUNCTIONS(NAME)};
enum { COUNT = sizeof names / sizeof *names, PAGE = 4096 };

/* Pages of their own, as they are guarded by the page. */
__attribute__((visibility("hidden"), aligned(PAGE)))
void *csystemd_functions[PAGE / sizeof(void *)];
_Static_assert(COUNT <= PAGE / sizeof(void *), "the table is one page");

__attribute__((visibility("hidden"))) void csystemd_load(void);

/* Fills the table, or ends the program as the loader does where a library is missing. */
void csystemd_load(void) {
  void *library = dlopen("libsystemd.so.0", RTLD_NOW);
  for (int place = 0; library && place < COUNT; place++) {
    csystemd_functions[place] = dlsym(library, names[place]);
    if (!csystemd_functions[place]) library = NULL;
  }
  if (!library || mprotect(csystemd_functions, PAGE, PROT_READ)) {
    const char *why = dlerror();
    fprintf(stderr, "coach: libsystemd cannot be loaded: %s\n", why ? why : "no memory");
    exit(127);
  }
}

/* Each function: on to the library's own or, as long as that is not known, to load it first with
   all that may be an argument kept, and its place in the table on the stack. */
#define CALL(name)                                                                                 \
  ".globl " #name "\n"                                                                            \
  ".type " #name ", @function\n"                                                                  \
  #name ":\n"                                                                                     \
  "  endbr64\n"                                                                                   \
  "  movq csystemd_functions + 8 * place(%rip), %r11\n"                                           \
  "  testq %r11, %r11\n"                                                                          \
  "  jz 1f\n"                                                                                     \
  "  jmpq *%r11\n"                                                                                \
  "1: pushq $place\n"                                                                             \
  "  jmp csystemd_first\n"                                                                        \
  ".size " #name ", . - " #name "\n"                                                              \
  ".set place, place + 1\n"

__asm__(".text\n"
        "csystemd_first:\n"
        "  pushq %rdi\n  pushq %rsi\n  pushq %rdx\n  pushq %rcx\n"
        "  pushq %r8\n  pushq %r9\n  pushq %rax\n"
        "  subq $136, %rsp\n"
        "  movups %xmm0, (%rsp)\n  movups %xmm1, 16(%rsp)\n"
        "  movups %xmm2, 32(%rsp)\n  movups %xmm3, 48(%rsp)\n"
        "  movups %xmm4, 64(%rsp)\n  movups %xmm5, 80(%rsp)\n"
        "  movups %xmm6, 96(%rsp)\n  movups %xmm7, 112(%rsp)\n"
        "  call csystemd_load\n"
        "  movups (%rsp), %xmm0\n  movups 16(%rsp), %xmm1\n"
        "  movups 32(%rsp), %xmm2\n  movups 48(%rsp), %xmm3\n"
        "  movups 64(%rsp), %xmm4\n  movups 80(%rsp), %xmm5\n"
        "  movups 96(%rsp), %xmm6\n  movups 112(%rsp), %xmm7\n"
        "  addq $136, %rsp\n"
        "  popq %rax\n  popq %r9\n  popq %r8\n"
        "  popq %rcx\n  popq %rdx\n  popq %rsi\n  popq %rdi\n"
        "  popq %r11\n"
        "  leaq csystemd_functions(%rip), %r10\n"
        "  jmpq *(%r10, %r11, 8)\n"
        ".set place, 0\n" FUNCTIONS(CALL));

#endif
