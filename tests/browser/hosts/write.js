document.write('<dui-biao src="/data/huaibei-2023.json" view="loss-rate"><p>\u5907\u7528</p></dui-biao>');
document.write('<script src="/pkg/duibiao.js"><\/script>');
