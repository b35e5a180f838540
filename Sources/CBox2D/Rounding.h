// Every product is rounded before it is added to, whatever the processor could do in one go: numbers
// must not depend on how the program was built. To be included before anything that computes.
#pragma clang fp contract(off)
