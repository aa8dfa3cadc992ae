import"./chunk-SQE76S5B.js";var e={chart:()=>import("./chart-RPVYAGLI.js")};for(let t of document.querySelectorAll("[data-island]"))e[t.dataset.island??""]?.().then(o=>o.start(t));
