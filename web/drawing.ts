// The drawing context belongs to Dear ImGui's renderer (imgui_impl_opengl3) alone. That asks for the
// whole state before each frame, to restore it afterwards, and whether its shaders are fit for use.
// Every such question waits for the graphics process. Nobody else draws here and the shaders are
// always the same, so the answers are given at once; whether the program was linked is asked when
// the first frame is on screen.

const ATTRIBUTES: WebGLContextAttributes = { alpha: false, depth: false, stencil: false, antialias: false, powerPreference: 'low-power' };
/** What the shaders of the renderer declare; the attributes in the order of their places. */
const UNIFORMS = ['Texture', 'ProjMtx'];
const ATTRIBUTES_OF_A_CORNER = ['Position', 'UV', 'Color'];

/** Questions about the state, and answers that are fit to be restored. */
function answers(gl: WebGL2RenderingContext): Map<number, unknown> {
  const { ONE, FUNC_ADD } = gl;
  return new Map<number, unknown>([
    [gl.ACTIVE_TEXTURE, gl.TEXTURE0], [gl.CURRENT_PROGRAM, null], [gl.TEXTURE_BINDING_2D, null],
    [gl.SAMPLER_BINDING, null], [gl.ARRAY_BUFFER_BINDING, null], [gl.VERTEX_ARRAY_BINDING, null],
    [gl.ELEMENT_ARRAY_BUFFER_BINDING, null], [gl.PIXEL_UNPACK_BUFFER_BINDING, null], [gl.BLEND_SRC_RGB, ONE],
    [gl.BLEND_DST_RGB, gl.ZERO], [gl.BLEND_SRC_ALPHA, ONE], [gl.BLEND_DST_ALPHA, gl.ZERO],
    [gl.BLEND_EQUATION_RGB, FUNC_ADD], [gl.BLEND_EQUATION_ALPHA, FUNC_ADD], [gl.VERSION, 'WebGL 2.0'],
  ]);
}

function answerState(gl: WebGL2RenderingContext, canvas: HTMLCanvasElement): void {
  const known = answers(gl);
  const ask = gl.getParameter.bind(gl);
  gl.getParameter = (name: number): unknown => {
    if (known.has(name)) return known.get(name);
    if (name === gl.VIEWPORT || name === gl.SCISSOR_BOX) return new Int32Array([0, 0, canvas.width, canvas.height]);
    return ask(name) as unknown;
  };
  gl.isEnabled = () => false;
}

/** A uniform's place stands for itself until it is used: by then the program has long been linked. */
function locateLater(gl: WebGL2RenderingContext): void {
  interface Place {
    find(): WebGLUniformLocation | null;
    found?: WebGLUniformLocation | null;
  }
  const locate = gl.getUniformLocation.bind(gl);
  gl.getUniformLocation = (program, name) => ({ find: () => locate(program, name) }) satisfies Place;
  const placeOf = (place: Place) => (place.found ??= place.find());
  const number = gl.uniform1i.bind(gl);
  gl.uniform1i = (place, value) => number(placeOf(place as Place), value);
  const matrix = gl.uniformMatrix4fv.bind(gl);
  gl.uniformMatrix4fv = (place, ...rest) => matrix(placeOf(place as Place), ...rest);
}

/** Answers what is asked about the shaders. Returns how to ask what is wrong with them; '': nothing. */
function answerShaders(gl: WebGL2RenderingContext): () => string {
  let last: WebGLProgram | undefined;
  const ask = gl.getProgramParameter.bind(gl);
  const askWhy = gl.getProgramInfoLog.bind(gl);
  gl.getShaderParameter = () => true;
  gl.getShaderInfoLog = gl.getProgramInfoLog = () => '';
  gl.getProgramParameter = (program, name): unknown => {
    if (name === gl.ACTIVE_UNIFORMS) return UNIFORMS.length;
    if (name !== gl.LINK_STATUS) return ask(program, name) as unknown;
    last = program;
    gl.flush(); // it is linked while the page goes on
    return true;
  };
  gl.getActiveUniform = (_, index) => ({ name: UNIFORMS[index] ?? '', size: 1, type: gl.INT });
  gl.getAttribLocation = (_, name) => ATTRIBUTES_OF_A_CORNER.indexOf(name);
  locateLater(gl);
  return () => {
    const fine = last === undefined || gl.isContextLost() || ask(last, gl.LINK_STATUS) === true;
    return fine ? '' : askWhy(last as WebGLProgram) || 'WebGL: the shaders do not work';
  };
}

/** Makes the canvas's context; null without WebGL2. What it returns asks what is wrong with the shaders. */
export function contextFor(canvas: HTMLCanvasElement): (() => string) | null {
  const gl = canvas.getContext('webgl2', ATTRIBUTES);
  if (!gl) return null;
  answerState(gl, canvas);
  return answerShaders(gl);
}
