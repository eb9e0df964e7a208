# Why a password is refused, and what to do next.

passwords-too_short =
    { $minimum ->
        [one] La contraseña necesita al menos { $minimum } carácter.
       *[other] La contraseña necesita al menos { $minimum } caracteres.
    } { $actual ->
        [0] Está vacía.
       *[other] Esta tiene { $actual }.
    }
    .next = Hágala más larga. Unas cuantas palabras sin relación entre sí son fáciles de recordar.
    .rule =
        { $minimum ->
            [one] Al menos { $minimum } carácter
           *[other] Al menos { $minimum } caracteres
        }
passwords-too_long = La contraseña puede tener { $maximum } caracteres como máximo.
    .next = Elija una más corta. No se recorta nada, así que nada se puede perder.
    .rule = { $maximum } caracteres como máximo
passwords-common = Mucha gente usa esta contraseña, o una muy parecida, así que es de las primeras que prueba un atacante.
    .next = Elija otra. Añadir números o cambiar letras por signos no ayuda.
    .rule = Que no sea una contraseña que usa mucha gente o que se ha robado
passwords-breached = Esta contraseña, o una muy parecida, se ha robado de otros sitios y está en las listas de los atacantes.
    .next = Elija una que no haya usado en ningún otro lugar.
    .rule = Que no sea una contraseña que usa mucha gente o que se ha robado
passwords-forbidden = Esta contraseña, o una muy parecida, está en la lista de contraseñas prohibidas de su organización.
    .next = Elija otra.
    .rule = Que no esté en la lista de contraseñas prohibidas de su organización
# $kind says where the word comes from.
passwords-context_word =
    { $kind ->
        [product] La contraseña está formada con el nombre de este producto.
        [organisation] La contraseña está formada con el nombre de su organización.
        [host] La contraseña está formada con el nombre de este servidor.
        [name] La contraseña está formada con su propio nombre.
        [user_name] La contraseña está formada con su nombre de usuario.
        [email] La contraseña está formada con su dirección de correo.
       *[other] La contraseña no debe estar formada con nombres que otros conocen, como el suyo o el de este servidor.
    }
    .next = Elija palabras que nadie relacionaría con usted.
    .rule = Que no esté formada con el nombre o la dirección del usuario ni con el nombre de este servidor
passwords-repeats_or_sequences = La contraseña es un fragmento corto que se repite, o letras o números en simple orden.
    .next = Añada algo que no se pueda adivinar a partir del principio.
    .rule = Que no sea un fragmento repetido, ni letras o números en simple orden
# $message is what the organization wrote.
passwords-organisation_rule = { $message }
    .next = Su organización ha fijado esta regla. Cambie la contraseña hasta que la cumpla.
    .rule = { $message }
passwords-organisation_pattern = La contraseña no cumple la regla que ha fijado su organización.
    .next = Pregunte a su administrador cuál es la regla.
    .rule = Como pide la regla de su organización
# $reason is what the reader of patterns says, in English; it may be empty.
passwords-bad_pattern =
    { $why ->
        [long] El patrón tiene más de { $maximum } caracteres.
        [rounds] El patrón repite demasiado: los números entre llaves, multiplicados, son demasiado grandes.
       *[unreadable] No es una expresión regular que se pueda usar. Lo que dice el lector de patrones, en inglés: «{ $reason }»
    }
    .next = Escriba una expresión regular como las de JavaScript, por ejemplo ^(?=.*[0-9]).+$
passwords-impossible_pattern = Esta regla no deja pasar ninguna contraseña de { $minimum } caracteres o más.
    .next = Nadie podría elegir ya una contraseña. Escriba lo que debe contener, por ejemplo [0-9].
passwords-slow_pattern = Esta regla tarda demasiado en comprobar algunas contraseñas.
    .next = Evite repeticiones dentro de repeticiones, como (a+)+.
passwords-message_too_long = El texto que se muestra con la regla puede tener { $maximum } caracteres como máximo.
    .next = Acorte el texto.
passwords-bad_minimum = La longitud mínima de las contraseñas debe estar entre { $minimum } y { $maximum } caracteres.
    .next = Elija un número entre ambos.
passwords-list_too_large = El archivo de contraseñas prohibidas es demasiado grande: se leen { $lines_maximum } líneas y { $bytes_maximum } bytes como máximo.
    .next = Conserve las contraseñas que con más probabilidad se elegirían aquí.
passwords-busy = Demasiadas personas están iniciando sesión en este momento.
    .next = Espere unos segundos e inténtelo de nuevo.
passwords-bad_hash = El valor de «hash» no es el md5 de una contraseña.
    .next = Envíe exactamente 32 dígitos hexadecimales, o la contraseña misma.
passwords-weak_parameters = El coste de los hashes de contraseñas está fuera de los límites: memoria de { $memory_kib_minimum } a { $memory_kib_maximum } KiB, pasadas de { $passes_minimum } a { $passes_maximum }, carriles de 1 a { $lanes_maximum }.
    .next = Corrija la configuración e inicie de nuevo.
passwords-bad_pepper = La clave de pimienta «{ $id }» no se puede usar: necesita al menos { $minimum } bytes y un identificador propio de hasta 32 letras, dígitos, guiones y guiones bajos.
    .next = Corrija el archivo de claves de pimienta e inicie de nuevo.

passwords-wrong_current = Esta no es su contraseña actual.
    .next = Escríbala de nuevo.
passwords-not_the_same = Las dos contraseñas nuevas no coinciden.
    .next = Escriba ambas de nuevo.
passwords-same_as_old = La contraseña nueva es la misma que la anterior.
    .next = Elija otra.
passwords-by_organisation = Su organización gestiona esta contraseña.
    .next = Cámbiela donde inicia sesión con su organización.
passwords-md5_off = Aquí las contraseñas no se pueden indicar como md5.
    .next = Envíe `password`, o no envíe ninguna contraseña para invitar al usuario por correo.
passwords-again_current = Contraseña actual
passwords-again_lead = Para esto se necesita su contraseña, porque hace un rato que la indicó.
passwords-again_go_on = Continuar
passwords-again_sso = Es su organización quien inicia su sesión, así que aquí no hay contraseña que indicar. Cierre la sesión y vuelva a iniciarla; después podrá hacerlo durante un rato.
