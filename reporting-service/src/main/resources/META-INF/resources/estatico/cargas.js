"use strict";

// A file is sent as it is, so that it can be of any size and its progress is seen.
(() => {
  const avisar = (html) => {
    const avisos = document.getElementById("avisos");
    avisos.innerHTML = html;
    avisos.scrollIntoView({ block: "center" });
  };
  const aviso = (texto) => {
    const caja = document.createElement("div");
    caja.className = "aviso malo";
    caja.setAttribute("role", "alert");
    caja.append(Object.assign(document.createElement("p"), { textContent: texto }));
    avisar(caja.outerHTML);
  };

  const subir = (formulario, archivo) => {
    const barra = formulario.querySelector("progress");
    const caja = formulario.querySelector("[data-subiendo]");
    const soltar = () => {
      caja.hidden = true;
      formulario.querySelectorAll("button").forEach((boton) => { boton.disabled = false; });
    };
    const pregunta = new URLSearchParams({ nombre: archivo.name, tipo: formulario.elements.tipo.value });
    const pedido = new XMLHttpRequest();
    pedido.open("POST", `${formulario.getAttribute("action")}?${pregunta}`);
    pedido.setRequestHeader("Content-Type", "application/octet-stream");
    pedido.setRequestHeader("X-CSRF-TOKEN", formulario.elements.csrf.value);
    // What goes wrong is told as a notice, not as a page.
    pedido.setRequestHeader("HX-Request", "true");
    pedido.upload.addEventListener("progress", (paso) => {
      if (paso.lengthComputable) barra.value = (100 * paso.loaded) / paso.total;
    });
    pedido.addEventListener("load", () => {
      if (pedido.status === 201) {
        location.assign(pedido.getResponseHeader("Location"));
      } else {
        soltar();
        // What stands before the service answers in a page of its own.
        if (pedido.responseText.startsWith('<div class="aviso')) {
          avisar(pedido.responseText);
        } else {
          aviso("El archivo no llegó: la entrada de la red no lo dejó pasar (" + pedido.status + "). No se guardó nada.");
        }
      }
    });
    pedido.addEventListener("error", () => {
      soltar();
      aviso("El archivo no llegó: se cortó la conexión, o es demasiado grande. No se guardó nada; intente de nuevo.");
    });
    caja.hidden = false;
    pedido.send(archivo);
  };

  document.addEventListener("submit", (evento) => {
    const formulario = evento.target.closest("form[data-carga]");
    if (!formulario) return;
    evento.preventDefault();
    const archivo = formulario.elements.archivo.files[0];
    const maximo = Number(formulario.dataset.maximo);
    if (archivo.size > maximo) {
      setTimeout(() => formulario.querySelectorAll("button").forEach((boton) => { boton.disabled = false; }));
      aviso(`El archivo pasa de ${Math.floor(maximo / 1048576)} MiB: divídalo en varios. No se envió nada.`);
      return;
    }
    subir(formulario, archivo);
  });
})();
