/// The commit that the program was built from, with a plus sign when files were changed since.
const char *build_facts_commit(void);
