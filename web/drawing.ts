// The drawing context belongs to Dear ImGui's renderer alone. It asks for the whole state before
// each frame, to restore it afterwards; every such question waits for the graphics process. Nobody
// else draws here, so the answers are given at once.

/** Questions of imgui_impl_opengl3's RenderDrawData, and an answer that is fit to be restored. */
function answers(gl: WebGL2RenderingContext): Map<number, unknown> {
  const { ONE, FUNC_ADD } = gl;
  return new Map<number, unknown>([
    [gl.ACTIVE_TEXTURE, gl.TEXTURE0], [gl.CURRENT_PROGRAM, null], [gl.TEXTURE_BINDING_2D, null],
    [gl.SAMPLER_BINDING, null], [gl.ARRAY_BUFFER_BINDING, null], [gl.VERTEX_ARRAY_BINDING, null],
    [gl.ELEMENT_ARRAY_BUFFER_BINDING, null], [gl.BLEND_SRC_RGB, ONE], [gl.BLEND_DST_RGB, gl.ZERO],
    [gl.BLEND_SRC_ALPHA, ONE], [gl.BLEND_DST_ALPHA, gl.ZERO], [gl.BLEND_EQUATION_RGB, FUNC_ADD],
    [gl.BLEND_EQUATION_ALPHA, FUNC_ADD],
  ]);
}

export function skipStateQuestions(canvas: HTMLCanvasElement): void {
  const gl = canvas.getContext('webgl2');
  if (!gl) return;
  const known = answers(gl);
  const ask = gl.getParameter.bind(gl);
  gl.getParameter = (name: number): unknown => {
    if (known.has(name)) return known.get(name);
    if (name === gl.VIEWPORT || name === gl.SCISSOR_BOX) return new Int32Array([0, 0, canvas.width, canvas.height]);
    return ask(name) as unknown;
  };
  gl.isEnabled = () => false;
}
