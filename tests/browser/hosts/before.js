// What the page is made of before the widget's script runs, for the test to compare, and what goes wrong afterwards.
(function () {
  var of = function (object) {
    var found = {};
    Object.getOwnPropertyNames(object).forEach(function (name) {
      found[name] = Object.getOwnPropertyDescriptor(object, name);
    });
    return found;
  };
  var look = function () {
    return { array: of(Array.prototype), func: of(Function.prototype), string: of(String.prototype), object: of(Object.prototype), window: Object.getOwnPropertyNames(window) };
  };
  var faults = [];
  addEventListener("error", function (event) {
    faults.push(String(event.message));
  });
  addEventListener("unhandledrejection", function (event) {
    faults.push(String(event.reason));
  });
  document.addEventListener("securitypolicyviolation", function (event) {
    faults.push(event.effectiveDirective + " " + event.blockedURI);
  });
  document.documentElement.before = { look: look, at: look(), faults: faults };
})();
