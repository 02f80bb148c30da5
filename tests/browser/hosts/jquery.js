// A portal's own script: it moves what it finds, and clones it.
jQuery(function ($) {
  var column = $('<div class="column"></div>').appendTo("body");
  $("dui-biao").first().appendTo(column);
  $.ajaxSetup({ cache: false });
});
