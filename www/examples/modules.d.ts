// The examples' frameworks lie in the integrator's project, not here: for the type checker, they are there.
declare module "vue";
declare module "*.vue";
